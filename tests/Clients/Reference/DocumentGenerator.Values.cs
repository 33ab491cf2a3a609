using System.Globalization;
using Portal.GraphQL.Types;

namespace Portal.Graph.Clients.Reference;

public sealed partial class DocumentGenerator
{
    private static readonly string[] AnyValues =
        ["1", "-7", "1.5", "2147483648", "9007199254740993", "1e400", "true", "null", "\"text\"", "\"\"\"block\"\"\"", "NOPE", "[]", "[1, \"a\", null]", "{}", "{a: 1}", "{a: 1, a: 2}", "[[1]]"];

    private readonly Dictionary<string, (string Type, string? Default)> _variables = [];

    private string Arguments(FieldMap<InputField> definitions)
    {
        var arguments = new List<string>();
        foreach (var definition in definitions)
            if (definition.IsRequired ? !Oops() : Chance(0.5))
                arguments.Add($"{definition.Name}: {Value(definition.Type, definition.DefaultValue is not null, inConst: false, 0)}");
        if (Oops()) arguments.Add($"{(definitions.Count > 0 ? definitions[0].Name + "x" : "extra")}: 1");
        if (Oops() && arguments.Count > 0) arguments.Add(arguments[0]);
        return arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})";
    }

    private string Value(TypeReference type, bool hasDefault, bool inConst, int depth, bool inOneOf = false)
    {
        if (Oops()) return random.Next(3) == 0 && !inConst ? "$undefined" : Pick(AnyValues);
        if (!inConst && Chance(0.25)) return Variable(type, hasDefault, inOneOf);
        if (!type.IsNonNull && Chance(0.08) && !inOneOf) return "null";
        return type.Nullable switch
        {
            ListType list when Chance(0.15) && list.Element.Nullable is not ListType => Value(list.Element, false, inConst: true, depth + 1),
            ListType list => $"[{string.Join(", ", Enumerable.Range(0, random.Next(0, 3)).Select(_ => Value(list.Element, false, inConst, depth + 1)))}]",
            EnumType e => Pick(e.Values.ToList()).Name,
            InputObjectType input => Object(input, inConst, depth),
            var leaf => Scalar(leaf.Named.Name),
        };
    }

    private string Object(InputObjectType type, bool inConst, int depth)
    {
        var fields = new List<string>();
        if (type.IsOneOf)
        {
            for (var count = Oops() ? random.Next(0, 3) : 1; count > 0; count--) fields.Add(Field(Pick(type.Fields.ToList())));
        }
        else
        {
            foreach (var field in type.Fields)
                if (field.IsRequired ? !Oops() : depth < 3 && Chance(0.4))
                    fields.Add(Field(field));
        }
        if (Oops()) fields.Add("nope: 1");
        if (Oops() && fields.Count > 0) fields.Add(fields[0]);
        return $"{{{string.Join(", ", fields)}}}";

        string Field(InputField field) => $"{field.Name}: {Value(field.Type, field.DefaultValue is not null, inConst, depth + 1, type.IsOneOf)}";
    }

    private string Scalar(string name) => name switch
    {
        "Int" => random.Next(-100, 100).ToString(CultureInfo.InvariantCulture),
        "Float" => Pick<string>(["1.5", "-2", "1e3", "0.0"]),
        "Boolean" => Chance(0.5) ? "true" : "false",
        "ID" => Chance(0.5) ? "\"id\"" : "17",
        _ => Pick<string>(["\"text\"", "\"\"", "\"\"\"block text\"\"\"", "\"\\u00e9\""]),
    };

    /// <summary>A variable that fits the place: of its type or a stricter one, or a nullable one with a default.</summary>
    private string Variable(TypeReference type, bool hasDefault, bool inOneOf)
    {
        var wanted = type.ToString()!;
        string? standard = null;
        if (inOneOf) wanted = type.Nullable + "!";
        else if (type.IsNonNull && Chance(0.3)) (wanted, standard) = (type.Nullable.ToString()!, hasDefault && Chance(0.5) ? null : Value(type, false, inConst: true, 1));
        else if (!type.IsNonNull && Chance(0.2)) wanted += "!";
        else if (!type.IsNonNull && Chance(0.3)) standard = Value(type, false, inConst: true, 1);
        if (Oops()) wanted = WrongType(type);
        var same = _variables.FirstOrDefault(v => v.Value == (wanted, standard)).Key;
        var name = same is not null && Chance(0.5) ? same : Fresh("v");
        _variables[name] = (wanted, standard);
        return "$" + name;
    }

    private string WrongType(TypeReference type) => random.Next(5) switch
    {
        0 => "Nope",
        1 => schema.Query.Name,
        2 => $"[{type.Nullable}]",
        3 => type.Nullable.ToString()!,
        _ => Pick<string>(["Int", "String!", "[Boolean!]!"]),
    };

    private string VariableDefinitions()
    {
        if (Oops()) _variables[Fresh("v")] = ("Int", null);
        var definitions = _variables.Select(v =>
            $"${v.Key}: {v.Value.Type}{(v.Value.Default is { } value ? $" = {value}" : "")}{Directives("VARIABLE_DEFINITION", inConst: true)}").ToList();
        if (Oops() && definitions.Count > 0) definitions.Add(definitions[0]);
        return definitions.Count == 0 ? "" : $"({string.Join(", ", definitions)})";
    }

    private string Directives(string location, bool inConst = false)
    {
        if (Oops()) return Pick<string>([" @nope", " @skip(if: true) @skip(if: false)", " @include", " @skip(if: 1, unless: 2)", " @deprecated", $" @{Pick(schema.Directives).Name}"]);
        if (!Chance(0.08)) return "";
        var fitting = schema.Directives.Where(d => GraphQL.Language.DirectiveLocations.NamesOf(d.Locations).Contains(location)).ToList();
        if (fitting.Count == 0) return "";
        var directive = Pick(fitting);
        var arguments = directive.Arguments.Select(a => $"{a.Name}: {Value(a.Type, a.DefaultValue is not null, inConst, 1)}").ToList();
        return $" @{directive.Name}{(arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})")}";
    }
}
