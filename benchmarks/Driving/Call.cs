using System.Text;

namespace Portal.Graph.Driving;

/// <summary>A request made ready beforehand, and what its answer must contain to be right.</summary>
public sealed record Call(string Path, byte[] Body, byte[][] Expected)
{
    private static readonly byte[] Errors = "\"errors\":["u8.ToArray();

    public static Call Of(string path, byte[] body, params IEnumerable<string> expected) =>
        new(path, body, [.. expected.Select(Encoding.UTF8.GetBytes)]);

    /// <summary>What is wrong with the answer; null when nothing is.</summary>
    public string? Fault(int status, ReadOnlySpan<byte> answer)
    {
        if (status is not 200 || answer.IndexOf(Errors) >= 0) return $"{status}: {Start(answer)}";
        foreach (var part in Expected)
            if (answer.IndexOf(part) < 0) return $"{Encoding.UTF8.GetString(part)} is not in {Start(answer)}";
        return null;
    }

    private static string Start(ReadOnlySpan<byte> answer) => Encoding.UTF8.GetString(answer[..Math.Min(answer.Length, 300)]);
}
