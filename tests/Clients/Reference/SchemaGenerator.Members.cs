namespace Portal.Graph.Clients.Reference;

public sealed partial class SchemaGenerator
{
    private static readonly string[] Locations =
        ["SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE", "INPUT_OBJECT", "FIELD"];

    private void Define(string definition, string? directives) => _definitions.Add(Described() + definition + directives);

    private string Described() => random.Next(12) switch
    {
        0 => "\"one line\" ",
        1 => "\"\"\"block\"\"\"\n",
        2 => "\"\"\"\n  Several lines,\n    of which one is long enough that it could not stand in one line with its quotes.\n\n  \\\"\"\" quoted\n\"\"\"\n",
        3 => "\"with \\\"quotes\\\" and \\\\ at its end\\\\\" ",
        _ => "",
    };

    private string Deprecated(double chance) => Chance(chance) ? Pick<string>([" @deprecated", " @deprecated(reason: \"not \\\"used\\\"\")", " @deprecated(reason: \"\")"]) : "";

    private string Applied(string location)
    {
        if (Oops()) return Pick<string>([" @nope", " @specifiedBy", " @oneOf", " @deprecated @deprecated", " @include(if: true)", " @deprecated(why: \"x\")", " @deprecated(reason: \"a\", reason: \"b\")", " @d0"]);
        var fitting = _directives.Where(d => d.Location == location).ToList();
        return fitting.Count > 0 && Chance(0.3) ? $" @{Pick(fitting).Name}" : "";
    }

    private List<Input> Arguments(int count, string? selfName, bool isOneOf = false)
    {
        var inputs = new List<Input>();
        for (var i = 0; i < count; i++)
        {
            var name = Oops() ? "__a" : Oops() ? "a0" : $"a{i}";
            var named = Oops() ? Pick<string>(["Nope", "Int64", .. _objects, .. _unions, selfName ?? "Sting"])
                : Pick<string>(["Int", "Float", "String", "Boolean", "ID", .. _scalars, .. _enums, .. _inputs]);
            var type = isOneOf ? (Chance(0.3) ? $"[{named}!]" : named) : Wrapped(named);
            var text = isOneOf ? "" : Default(named, type);
            var deprecated = type[^1] == '!' && text == "" ? (Oops() ? " @deprecated" : "") : Deprecated(0.1);
            inputs.Add(new(name, text == "" ? type : type.TrimEnd('!'), $"{Described()}{name}: {type}{text}{deprecated}{(selfName is null ? Applied("ARGUMENT_DEFINITION") : "")}"));
        }
        return inputs;
    }

    private string Default(string named, string type)
    {
        if (Oops() && type == named && _inputs.Contains(named)) return "";
        if (!Chance(0.3)) return "";
        var value = named switch
        {
            "Int" => "7", "Float" => Pick<string>(["1.5", "2"]), "String" => Pick<string>(["\"text\"", "\"say \\\"no\\\"\""]), "Boolean" => "true", "ID" => "\"id\"",
            _ when _enums.Contains(named) => null,
            _ => null,
        };
        if (value is null) return "";
        return " = " + (type.Contains('[') ? Pick<string>([$"[{value}]", "[]"]) : Chance(0.1) && type[^1] != '!' ? "null" : value);
    }

    private string Wrapped(string named) => random.Next(7) switch
    {
        0 => $"{named}!",
        1 => $"[{named}]",
        2 => $"[{named}!]!",
        _ => named,
    };

    private string OutputType() => Wrapped(Oops()
        ? Pick<string>(["Nope", "Qery", .. _inputs])
        : Pick<string>(["Int", "String", "ID", .. _scalars, .. _enums, .. _interfaces.Select(i => i.Name), .. _objects, .. _unions]));

    private IEnumerable<Field> OwnFields()
    {
        for (var count = Oops() ? 0 : random.Next(1, 4); count > 0; count--)
            yield return new(Oops() ? "__f" : Fresh("f"), OutputType(), Arguments(Chance(0.4) ? random.Next(1, 3) : 0, selfName: null), Deprecated(0.1) + Applied("FIELD_DEFINITION"));
    }

    /// <summary>Some interfaces with all that they implement, and the fields that this asks for.</summary>
    private (List<Interface>, List<Field>) Implemented()
    {
        var chosen = _interfaces.Where(_ => Chance(0.3)).ToList();
        var all = chosen.SelectMany(c => c.Interfaces.Append(c)).DistinctBy(i => i.Name).Where(_ => !Oops()).ToList();
        var fields = all.SelectMany(i => i.Fields).DistinctBy(f => f.Name).Where(_ => !Oops()).Select(Narrowed).ToList();
        return (all, fields);
    }

    private Field Narrowed(Field field)
    {
        // A narrower type, and one more argument, are right; another type and a required argument are not.
        var type = Oops() ? OutputType() : field.Type[^1] != '!' && Chance(0.3) ? field.Type + "!" : field.Type;
        var arguments = field.Arguments.Where(_ => !Oops()).ToList();
        if (Chance(0.2)) arguments.Add(new("extra", "Int", Oops() ? "extra: Int!" : "extra: Int"));
        if (Oops() && arguments.Count > 0) arguments[0] = arguments[0] with { Text = $"{arguments[0].Name}: Boolean" };
        return field with { Type = type, Arguments = arguments, Directives = field.Directives.Contains("deprecated", StringComparison.Ordinal) ? field.Directives : "" };
    }

    private string Fields(IReadOnlyList<Field> fields) => Block(fields.Select(f => $"{Described()}{f.Name}{Parenthesised(f.Arguments)}: {f.Type}{f.Directives}"));

    private static string Implements(IReadOnlyList<Interface> interfaces) =>
        interfaces.Count == 0 ? "" : $" implements {string.Join(" & ", interfaces.Select(i => i.Name))}";

    private static string Parenthesised(IReadOnlyList<Input> inputs) => inputs.Count == 0 ? "" : $"({string.Join(", ", inputs.Select(i => i.Text))})";

    private static string Block(IEnumerable<string> lines)
    {
        var all = string.Join("\n  ", lines);
        return all.Length == 0 ? "" : $" {{\n  {all}\n}}";
    }
}
