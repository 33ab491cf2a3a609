using System.Reflection;
using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Building;

/// <summary>What a schema is built from. Filled by <see cref="GraphQLServerBuilder"/>.</summary>
public sealed class SchemaOptions
{
    /// <summary>How many IDs <c>nodes(ids:)</c> takes at most.</summary>
    public int MaxNodes { get; set; } = 100;

    /// <summary>Printed at the head of the schema.</summary>
    public string? Description { get; set; }

    internal List<Assembly> Assemblies { get; } = [];
    internal List<Type> Types { get; } = [];

    /// <summary>CLR interfaces and classes that are GraphQL interfaces without saying so themselves, with their names.</summary>
    internal Dictionary<Type, string?> Interfaces { get; } = [];
    internal Dictionary<Type, string?> Unions { get; } = [];

    internal Type? ErrorInterface { get; set; }
    internal MutationConventionOptions? Mutations { get; set; }
    internal Dictionary<Type, Type> ResultAdapters { get; } = [];
    internal List<ScalarType> Scalars { get; } = [.. BuiltInScalars.Specified, .. BuiltInScalars.Custom];

    /// <summary>Which scalar a CLR type is; types that a scalar does not hold directly are converted (checked) both ways.</summary>
    internal Dictionary<Type, ScalarType> Bindings { get; } = new()
    {
        [typeof(int)] = BuiltInScalars.Int,
        [typeof(short)] = BuiltInScalars.Int,
        [typeof(byte)] = BuiltInScalars.Int,
        [typeof(sbyte)] = BuiltInScalars.Int,
        [typeof(ushort)] = BuiltInScalars.Int,
        [typeof(long)] = BuiltInScalars.Long,
        [typeof(uint)] = BuiltInScalars.Long,
        [typeof(double)] = BuiltInScalars.Float,
        [typeof(float)] = BuiltInScalars.Float,
        [typeof(string)] = BuiltInScalars.String,
        [typeof(Utf8Text)] = BuiltInScalars.String,
        [typeof(bool)] = BuiltInScalars.Boolean,
        [typeof(decimal)] = BuiltInScalars.Decimal,
        [typeof(DateOnly)] = BuiltInScalars.Date,
        [typeof(DateTimeOffset)] = BuiltInScalars.DateTime,
        [typeof(Guid)] = BuiltInScalars.Uuid,
    };
}

/// <summary>Settings of the mutation convention.</summary>
public sealed class MutationConventionOptions
{
    private readonly List<Type> _common = [];

    /// <summary>Errors that every mutation may answer with.</summary>
    public IReadOnlyList<Type> Common => _common;

    public MutationConventionOptions CommonErrors(params IReadOnlyList<Type> errors)
    {
        _common.AddRange(errors.Where(e => !_common.Contains(e)));
        return this;
    }
}
