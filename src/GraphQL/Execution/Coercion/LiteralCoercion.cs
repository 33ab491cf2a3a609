using System.Collections.Concurrent;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Execution.Coercion;

/// <summary>Turns literals of a document, and the variables in them, into values of their input types (section 3 of the specification, "Input Coercion").</summary>
internal sealed class LiteralCoercion
{
    private readonly ConcurrentDictionary<InputField, object?> _defaults = new();

    /// <summary>The values of a field's arguments in their order; <see cref="InputObjectType.Absent"/> for one not given and without default.</summary>
    /// <exception cref="GraphQLException">A value does not fit.</exception>
    /// <param name="nodes">What is given, in the order of the arguments.</param>
    public object?[] Arguments(FieldMap<InputField> arguments, ArgumentNode?[] nodes, VariableValues variables)
    {
        var values = new object?[arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var argument = arguments[i];
            var node = nodes[i];
            try
            {
                values[i] = Field(argument, node?.Value, variables);
            }
            catch (CoercionException e)
            {
                var location = node?.Value.Location;
                throw new GraphQLException(new GraphQLError(
                    $"Argument \"{argument.Name}\" has an invalid value: {e.Message}", ErrorCodes.InvalidArgument, location is { } l ? [l] : null));
            }
        }
        return values;
    }

    /// <summary>What an argument or input field is without being given.</summary>
    public object? Default(InputField field)
    {
        if (field.DefaultValue is null)
            return field.Type.IsNonNull
                ? throw new CoercionException($"A value of required type \"{field.Type}\" was not provided.")
                : InputObjectType.Absent;
        return _defaults.TryGetValue(field, out var known)
            ? known
            : _defaults.GetOrAdd(field, Value(field.Type, field.DefaultValue, VariableValues.None));
    }

    public object? Value(TypeReference type, ValueNode node, VariableValues variables)
    {
        if (node is VariableNode variable)
            return variables.TryGet(variable.Name.Value, out var given) && (given is not null || !type.IsNonNull) ? given
                : type.IsNonNull ? throw new CoercionException($"Expected value of non-null type \"{type}\" not to be null.") : null;
        if (node is NullValueNode)
            return type.IsNonNull ? throw new CoercionException($"Expected value of non-null type \"{type}\" not to be null.") : null;
        return type.Nullable switch
        {
            ListType list => node is ListValueNode items
                ? items.Items.Select(i => Value(list.Element, i, variables)).ToArray()
                : new[] { Value(list.Element, node, variables) },
            ScalarType scalar => scalar.ParseLiteral(node),
            EnumType @enum => node is EnumValueNode name && @enum.Values.Find(name.Value) is { } value ? value.Value
                : throw new CoercionException($"Value does not exist in enum \"{@enum.Name}\"."),
            InputObjectType input => Object(input, node, variables),
            _ => throw new CoercionException($"\"{type}\" is not an input type."),
        };
    }

    private object? Field(InputField field, ValueNode? node, VariableValues variables)
    {
        if (node is null)
            return Default(field);
        if (node is VariableNode variable && !variables.TryGet(variable.Name.Value, out _))
            return Default(field);
        return Value(field.Type, node, variables);
    }

    private object Object(InputObjectType type, ValueNode node, VariableValues variables)
    {
        if (node is not ObjectValueNode literal)
            throw new CoercionException($"Expected type \"{type.Name}\" to be an object.");
        foreach (var given in literal.Fields)
            if (type.Fields.Find(given.Name.Value) is null)
                throw new CoercionException($"Field \"{given.Name.Value}\" is not defined by type \"{type.Name}\".");
        var values = new object?[type.Fields.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Field(type.Fields[i], literal.Fields.FirstOrDefault(f => f.Name.Value == type.Fields[i].Name)?.Value, variables);
        OneOf.Check(type, values);
        return type.Create(values);
    }
}
