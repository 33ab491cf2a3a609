using System.Net;
using System.Text;

namespace Portal.Graph.Load.Running;

/// <summary>A request made ready beforehand, and what its answer must contain to be right.</summary>
internal sealed record Call(string Path, byte[] Body, byte[][] Expected)
{
    private static readonly byte[] Errors = "\"errors\":["u8.ToArray();

    public static Call Of(string path, byte[] body, params IEnumerable<string> expected) =>
        new(path, body, [.. expected.Select(Encoding.UTF8.GetBytes)]);

    /// <summary>What is wrong with the answer; null when nothing is.</summary>
    public string? Fault(HttpStatusCode status, ReadOnlySpan<byte> answer)
    {
        if (status is not HttpStatusCode.OK || answer.IndexOf(Errors) >= 0) return $"{(int)status}: {Start(answer)}";
        foreach (var part in Expected)
            if (answer.IndexOf(part) < 0) return $"{Encoding.UTF8.GetString(part)} is not in {Start(answer)}";
        return null;
    }

    private static string Start(ReadOnlySpan<byte> answer) => Encoding.UTF8.GetString(answer[..Math.Min(answer.Length, 300)]);
}

/// <summary>The same requests to both servers.</summary>
/// <param name="Once">Each may be sent only once, as it changes something.</param>
internal sealed record LoadCase(string Name, Call[] Portal, Call[] Yardstick, bool Once);
