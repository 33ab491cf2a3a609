using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.Merging;

/// <summary>Two selections of one response name that cannot both be answered, with the fields inside them that differ.</summary>
internal sealed record Conflict(string ResponseName, string Reason, IReadOnlyList<FieldNode> Fields1, IReadOnlyList<FieldNode> Fields2)
{
    // A message says enough long before a hostile document runs out of conflicts.
    private const int LongestDetail = 1000;
    private const int MaxNodes = 20;

    /// <summary>The conflict of two fields whose sub-fields conflict; null when none does.</summary>
    public static Conflict? OfSubfields(IReadOnlyList<Conflict> conflicts, string responseName, FieldNode field1, FieldNode field2)
    {
        if (conflicts.Count == 0)
            return null;
        var reason = "";
        foreach (var conflict in conflicts)
        {
            reason += $"{(reason == "" ? "" : " and ")}subfields \"{Abbreviate(conflict.ResponseName)}\" conflict because {conflict.Reason}";
            if (reason.Length > LongestDetail)
                break;
        }
        return new Conflict(responseName, Abbreviate(reason), Nodes(field1, conflicts.Select(c => c.Fields1)), Nodes(field2, conflicts.Select(c => c.Fields2)));
    }

    public static string Abbreviate(string text) => text.Length > LongestDetail ? text[..LongestDetail] + "..." : text;

    // When there are too many, the deepest fields are kept: they are where the conflict is.
    private static List<FieldNode> Nodes(FieldNode field, IEnumerable<IReadOnlyList<FieldNode>> inner)
    {
        var nodes = new List<FieldNode> { field };
        foreach (var fields in inner)
        {
            nodes.AddRange(fields.Skip(fields.Count - (MaxNodes - nodes.Count)));
            if (nodes.Count == MaxNodes)
                break;
        }
        return nodes;
    }
}
