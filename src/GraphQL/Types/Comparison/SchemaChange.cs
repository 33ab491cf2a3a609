using Portal.GraphQL.Building;

namespace Portal.GraphQL.Types.Comparison;

/// <summary>What a change does to clients of the old schema.</summary>
public enum ChangeSeverity
{
    /// <summary>Documents that were valid are not any more, or get what they did not ask for.</summary>
    Breaking,

    /// <summary>All documents stay valid, but a client can meet what it does not expect.</summary>
    Dangerous,

    /// <summary>No client notices.</summary>
    Safe,
}

/// <summary>One difference between two schemas.</summary>
/// <param name="Coordinate">Where it is, as a schema coordinate: <c>Claim</c>, <c>Claim.status</c>, <c>Query.claims(first:)</c>, <c>@oneOf</c>; <c>schema</c> for the roots.</param>
public sealed record SchemaChange(SchemaChangeKind Kind, string Coordinate, string Message)
{
    public ChangeSeverity Severity => Kind.Severity();

    /// <summary>The kind in the spelling of graphql-js: <c>FIELD_REMOVED</c>.</summary>
    public string Code => Naming.EnumValue(Kind.ToString());
}
