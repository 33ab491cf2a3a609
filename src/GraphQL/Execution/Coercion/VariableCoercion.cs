using System.Text.Json;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Execution.Coercion;

/// <summary>Coerces the variables of a request (section 6.1.2 of the specification).</summary>
internal sealed class VariableCoercion
{
    private readonly LiteralCoercion _literals;
    private readonly Variable[] _variables;

    private sealed record Variable(string Name, TypeReference Type, ValueNode? Default, Location Location);

    public VariableCoercion(Schema schema, OperationDefinitionNode operation, LiteralCoercion literals)
    {
        _literals = literals;
        _variables = [.. operation.Variables.Select(v => new Variable(v.Variable.Name.Value, Resolve(schema, v.Type), v.DefaultValue, v.Location))];
    }

    /// <summary>The values, and an error for everything that does not fit.</summary>
    /// <param name="json">The object under <c>variables</c>; undefined or null when the request has none.</param>
    public VariableValues Coerce(JsonElement json, List<GraphQLError> errors)
    {
        if (_variables.Length == 0)
            return VariableValues.None;
        var values = new Dictionary<string, object?>(_variables.Length, StringComparer.Ordinal);
        var lookup = new PropertyLookup(json, _variables.Length);
        foreach (var variable in _variables)
        {
            if (errors.Count > JsonCoercion.MaxErrors)
                break;
            if (!lookup.TryGet(variable.Name, out var given))
            {
                if (variable.Default is not null)
                    values[variable.Name] = Default(variable, errors);
                else if (variable.Type.IsNonNull)
                    errors.Add(Error(variable, $"Variable \"${variable.Name}\" of required type \"{variable.Type}\" was not provided."));
            }
            else if (given.ValueKind == JsonValueKind.Null && variable.Type.IsNonNull)
                errors.Add(Error(variable, $"Variable \"${variable.Name}\" of non-null type \"{variable.Type}\" must not be null."));
            else
                values[variable.Name] = Given(variable, given, errors);
        }
        return new VariableValues(values);
    }

    private object? Given(Variable variable, JsonElement given, List<GraphQLError> errors)
    {
        var coercion = new JsonCoercion(_literals, (path, message) =>
        {
            if (errors.Count < JsonCoercion.MaxErrors)
                errors.Add(Error(variable, $"Variable \"${variable.Name}\" got an invalid value{(path.Length > 0 ? $" at \"{variable.Name}{path}\"" : "")}: {message}"));
            else if (errors.Count == JsonCoercion.MaxErrors)
                errors.Add(new GraphQLError("Too many errors processing variables, error limit reached. Execution aborted.", ErrorCodes.InvalidVariable));
        });
        try
        {
            return coercion.Value(variable.Type, given);
        }
        catch (InvalidOperationException e) when (e.Source?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true)
        {
            errors.Add(Error(variable, $"Variable \"${variable.Name}\" got an invalid value: it holds text that is not valid Unicode."));
            return null;
        }
    }

    private object? Default(Variable variable, List<GraphQLError> errors)
    {
        try
        {
            return _literals.Value(variable.Type, variable.Default!, VariableValues.None);
        }
        catch (CoercionException e)
        {
            errors.Add(Error(variable, $"Variable \"${variable.Name}\" has an invalid default value: {e.Message}"));
            return null;
        }
    }

    private static GraphQLError Error(Variable variable, string message) => new(message, ErrorCodes.InvalidVariable, [variable.Location]);

    private static TypeReference Resolve(Schema schema, TypeNode node) => node switch
    {
        NamedTypeNode named => schema.FindType(named.Name.Value)
            ?? throw new GraphQLException(new GraphQLError($"Unknown type \"{named.Name.Value}\".", ErrorCodes.InvalidVariable, [named.Location])),
        ListTypeNode list => new ListType(Resolve(schema, list.ElementType)),
        NonNullTypeNode nonNull => new NonNullType(Resolve(schema, nonNull.InnerType)),
        _ => throw new InvalidOperationException($"Unexpected {node.GetType().Name}."),
    };
}
