using Portal.GraphQL.Execution;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>Turns a coerced value into the CLR value of a parameter or property; called by compiled code.</summary>
internal static class InputReader
{
    public static T? Read<T>(object? raw, Func<object, object?>? convert, T? absent) =>
        ReferenceEquals(raw, InputObjectType.Absent) ? absent : raw is null ? default : (T?)(convert is null ? raw : convert(raw));

    public static Optional<T> ReadOptional<T>(object? raw, Func<object, object?>? convert) =>
        ReferenceEquals(raw, InputObjectType.Absent) ? default : new(Read<T>(raw, convert, default));

    /// <summary>For arguments of fields: a value that does not convert fails the field with a message for the client.</summary>
    public static T? ReadArgument<T>(object? raw, Func<object, object?>? convert, T? absent, string name)
    {
        try { return Read(raw, convert, absent); }
        catch (CoercionException e) { throw Invalid(name, e); }
    }

    public static Optional<T> ReadOptionalArgument<T>(object? raw, Func<object, object?>? convert, string name)
    {
        try { return ReadOptional<T>(raw, convert); }
        catch (CoercionException e) { throw Invalid(name, e); }
    }

    public static GraphQLException Invalid(string argument, CoercionException reason) =>
        new(new GraphQLError($"Argument \"{argument}\" has an invalid value. {reason.Message}", "INVALID_ARGUMENT"));
}
