using System.Text;

namespace Portal.Graph.Clients.Reference;

/// <summary>Collects where we and the reference differ, and shows the first few when there are any.</summary>
public sealed class Differences(string what)
{
    private const int Shown = 8;

    private readonly List<string> _found = [];
    private int _compared;

    public void Compare(string input, string ours, string reference)
    {
        _compared++;
        if (ours != reference) _found.Add($"--- {input}\nonly ours:\n{Only(ours, reference)}\nonly the reference's:\n{Only(reference, ours)}");
    }

    private static string Only(string text, string other)
    {
        var lines = text.Split('\n').Except(other.Split('\n')).ToList();
        return lines.Count == 0 ? $"(the same lines, in another order or number)\n{text}" : string.Join('\n', lines);
    }

    public void ShouldBeNone(int atLeast)
    {
        _compared.ShouldBeGreaterThanOrEqualTo(atLeast, $"{what}: too few were compared to prove anything");
        if (_found.Count == 0) return;
        var text = new StringBuilder($"{what}: {_found.Count} of {_compared} differ.\n");
        // The shortest are the easiest to understand.
        foreach (var difference in _found.OrderBy(d => d.Length).Take(Shown)) text.AppendLine(difference);
        Assert.Fail(text.ToString());
    }
}
