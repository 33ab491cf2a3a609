using System.Collections;
using System.Globalization;
using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Reference;

/// <summary>
/// Makes a schema read from SDL executable: every value is a hash of where it is and of its arguments, as oracle/execute.mjs makes
/// it too. Some are null, some fail, some do not fit their type.
/// </summary>
internal sealed class ReferenceValues
{
    private const int UsualNulls = 7;
    private const int NullsWhereNoneMayBe = 29;

    private readonly Schema _schema;

    public ReferenceValues(string sdl)
    {
        _schema = SchemaReader.Read(sdl);
        foreach (var type in _schema.Types.Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal)))
            switch (type)
            {
                case ObjectType o:
                    o.IsTypeOf = value => value is Thing thing && thing.Type == o.Name;
                    foreach (var field in o.Fields) MakeExecutable(field);
                    break;
                case InputObjectType input:
                    input.Create = values => new Given(input, values);
                    break;
            }
    }

    public Schema Schema => _schema;

    public static Thing Root { get; } = new("Query", 1);

    /// <summary>An object: its type, and what all of its values come from.</summary>
    public sealed record Thing(string Type, uint Seed);

    /// <summary>A coerced input object.</summary>
    private sealed record Given(InputObjectType Type, object?[] Values);

    /// <summary>Properties, resolvers that answer at once and resolvers that answer later take turns: the executor treats each in its own way.</summary>
    private void MakeExecutable(OutputField field)
    {
        var way = Hash(field.Name) % 3;
        if (way == 0 && field.Arguments.Count == 0)
            field.Pure = parent => Value(field, (Thing)parent, "");
        else
            field.Resolve = async context =>
            {
                if (way == 1) await Task.Yield();
                var given = field.Arguments.Select((a, i) => (a.Name, Value: context.Argument(i))).Where(a => a.Value != InputObjectType.Absent);
                return Value(field, (Thing)context.Parent, string.Join(',', given.Select(a => $"{a.Name}={Shown(a.Value)}")));
            };
    }

    private object? Value(OutputField field, Thing parent, string arguments)
    {
        var seed = Hash($"{parent.Seed}/{field.Name}({arguments})");
        return seed % 19 == 3 ? throw new GraphQLException(new GraphQLError("boom", "BOOM")) : Value(field.Type, seed, UsualNulls);
    }

    private object? Value(TypeReference type, uint seed, uint nullEvery) => type switch
    {
        NonNullType nonNull => Value(nonNull.Inner, seed, NullsWhereNoneMayBe),
        _ when seed % nullEvery == 0 => null,
        ListType list => Enumerable.Range(0, (int)((seed >> 3) % 4)).Select(i => Value(list.Element, Hash($"{seed}/{i}"), UsualNulls)).ToArray(),
        CompositeType composite => new Thing(Possible(composite, seed), seed),
        EnumType e => seed % 37 == 1 ? "NOT_THERE" : e.Values[(int)((seed >> 4) % e.Values.Count)].Name,
        _ => type.Named.Name switch
        {
            "Int" => seed % 31 == 1 ? "no number" : (object)(int)((seed >> 2) % 1000),
            "Float" => (seed >> 2) % 1000 / 8.0,
            "Boolean" => (seed & 4) != 0,
            var name => $"{name}{(seed >> 2) % 1000}",
        },
    };

    private string Possible(CompositeType type, uint seed)
    {
        var names = _schema.PossibleTypesOf(type).Select(t => t.Name).Order(StringComparer.Ordinal).ToList();
        return type is ObjectType ? type.Name : names[(int)((seed >> 5) % names.Count)];
    }

    private static string Shown(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        Given given => $"{{{string.Join(',', given.Type.Fields.Zip(given.Values).Where(f => f.Second != InputObjectType.Absent)
            .OrderBy(f => f.First.Name, StringComparer.Ordinal).Select(f => $"{f.First.Name}:{Shown(f.Second)}"))}}}",
        string text => text,
        IEnumerable list => $"[{string.Join(',', list.Cast<object?>().Select(Shown))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static uint Hash(string text)
    {
        var value = 0x811c9dc5u;
        foreach (var c in text) value = (value ^ c) * 0x01000193;
        return value;
    }
}
