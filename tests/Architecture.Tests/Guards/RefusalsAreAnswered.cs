using System.Reflection;
using System.Text.RegularExpressions;
using Portal.GraphQL.Building;
using Portal.GraphQL.Language;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Architecture.Tests.Guards;

/// <summary>Every refusal is in the declared errors of some mutation or query, and a test makes it happen.</summary>
public static partial class RefusalsAreAnswered
{
    public static IEnumerable<Type> Refusals(IEnumerable<Type> types) =>
        types.Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract);

    /// <summary>The names of the refusals that <c>[Error&lt;T&gt;]</c> declares on these types and on their methods.</summary>
    public static HashSet<string> Declared(IEnumerable<Type> schemaTypes) =>
        [.. schemaTypes.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance).Cast<MemberInfo>().Prepend(type))
            .SelectMany(member => member.GetCustomAttributes(inherit: true)).OfType<IErrorAttribute>().Select(error => error.ClrType.Name)];

    /// <summary>The names of the refusals that are in an error union of the schema: those common to every mutation are declared once for all.</summary>
    public static HashSet<string> Declared(string sdl) =>
        [.. Parser.Parse(sdl, ParserLimits.Trusted).Definitions.OfType<UnionTypeDefinitionNode>().SelectMany(union => union.Members)
            .Select(member => member.Name.Value).Where(name => name.EndsWith("Error")).Select(name => name[..^"Error".Length])];

    public static IEnumerable<string> Undeclared(IEnumerable<Type> refusals, HashSet<string> declared, IReadOnlyDictionary<string, string> answeredOtherwise)
    {
        foreach (var refusal in refusals.OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            var isDeclared = declared.Contains(refusal.Name);
            var otherwise = answeredOtherwise.TryGetValue(refusal.Name, out var reason);
            if (!isDeclared && !otherwise) yield return $"No mutation or query declares {refusal.Name} ([Error<{refusal.Name}>]).";
            if (isDeclared && otherwise) yield return $"{refusal.Name} is declared: take it off the list of those answered otherwise ({reason}).";
        }
    }

    public static IEnumerable<string> Unproved(IEnumerable<Type> refusals, IEnumerable<SourceFile> tests)
    {
        var words = tests.SelectMany(file => file.CodeLines).SelectMany(line => Word().Matches(line.Text)).Select(match => match.Value).ToHashSet();
        return refusals.Where(refusal => !words.Contains(refusal.Name) && !words.Contains(refusal.Name + "Error") && !words.Contains(Refusal.CodeOf(refusal)))
            .Select(refusal => $"No test names {refusal.Name} or {Refusal.CodeOf(refusal)}.")
            .Order(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
