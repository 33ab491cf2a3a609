namespace Portal.GraphQL.Types.Scalars;

/// <summary>The scalars that the library brings: the five of the specification, and those that business data needs.</summary>
public static class BuiltInScalars
{
    public static readonly IntScalar Int = new();
    public static readonly FloatScalar Float = new();
    public static readonly StringScalar String = new();
    public static readonly BooleanScalar Boolean = new();
    public static readonly IdScalar ID = new();
    public static readonly LongScalar Long = new();
    public static readonly DecimalScalar Decimal = new();
    public static readonly DateScalar Date = new();
    public static readonly DateTimeScalar DateTime = new();
    public static readonly UuidScalar Uuid = new();

    /// <summary>The five that every GraphQL server knows; they are not printed in SDL.</summary>
    public static readonly IReadOnlyList<ScalarType> Specified = [Int, Float, String, Boolean, ID];

    public static readonly IReadOnlyList<ScalarType> Custom = [Long, Decimal, Date, DateTime, Uuid];

    public static bool IsSpecified(NamedType type) => Specified.Contains(type);
}
