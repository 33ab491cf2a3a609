using System.Text;
using System.Text.Json;

namespace Portal.GraphQL.Tests.Attacks;

/// <summary>A body that is made to hurt, and the code with which it must be refused; null where it is allowed and must merely be borne.</summary>
public sealed record Attack(string Name, string? Code, Func<byte[]> Body)
{
    public static Attack Document(string name, string? code, Func<string> document) =>
        new(name, code, () => JsonSerializer.SerializeToUtf8Bytes(new { query = document() }));

    /// <param name="variables">JSON text of the variables.</param>
    public static Attack Variables(string name, string? code, string document, Func<string> variables) =>
        new(name, code, () => Encoding.UTF8.GetBytes($$"""{"query":{{JsonSerializer.Serialize(document)}},"variables":{{variables()}}}"""));

    public static Attack Text(string name, string? code, Func<string> body) => new(name, code, () => Encoding.UTF8.GetBytes(body()));

    public static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    public static string Each(int count, Func<int, string> text, string separator = " ") => string.Join(separator, Enumerable.Range(0, count).Select(text));

    public override string ToString() => Name;
}
