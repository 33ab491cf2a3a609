using System.Globalization;

namespace Portal.Graph.Clients.Reference;

/// <summary>Writes schemas in SDL, the same ones for the same seed: right ones, and with mistakes nearly right ones.</summary>
public sealed partial class SchemaGenerator(Random random)
{
    private sealed record Input(string Name, string Type, string Text);

    private sealed record Field(string Name, string Type, IReadOnlyList<Input> Arguments, string Directives);

    private sealed record Interface(string Name, IReadOnlyList<Interface> Interfaces, IReadOnlyList<Field> Fields);

    private readonly List<string> _definitions = [];
    private readonly List<string> _scalars = [];
    private readonly List<string> _enums = [];
    private readonly List<string> _inputs = [];
    private readonly List<Interface> _interfaces = [];
    private readonly List<string> _objects = [];
    private readonly List<string> _unions = [];
    private readonly List<(string Name, string Location)> _directives = [];
    private double _mistakes;
    private int _names;

    /// <param name="mistakes">The rate of mistakes per decision; 0 for a schema that is right.</param>
    public string Schema(double mistakes)
    {
        _mistakes = mistakes;
        _names = 0;
        foreach (var list in new[] { _definitions, _scalars, _enums, _inputs, _objects, _unions }) list.Clear();
        _interfaces.Clear();
        _directives.Clear();

        Times(0, 3, Directive);
        Times(0, 2, Scalar);
        Times(1, 3, Enum);
        Times(1, 4, InputObject);
        Times(0, 4, AddInterface);
        for (var count = random.Next(1, 5); count > 0; count--) AddObject(Oops() ? "O0" : $"O{_objects.Count}");
        Times(0, 2, Union);
        Roots();
        Mistakes();
        return string.Join("\n\n", _definitions);
    }

    private void Directive()
    {
        var location = Pick(Locations);
        var name = Oops() ? "__d" : Oops() ? "skip" : $"d{_directives.Count}";
        var repeatable = Chance(0.3);
        var arguments = Arguments(Times(0, 2), selfName: null);
        if (arguments.All(a => a.Type[^1] != '!')) _directives.Add((name, location));
        Define($"directive @{name}{Parenthesised(arguments)}{(repeatable ? " repeatable" : "")} on {location}{(Chance(0.3) ? " | QUERY" : "")}", null);
    }

    private void Scalar()
    {
        var name = Oops() ? "__S" : $"S{_scalars.Count}";
        _scalars.Add(name);
        Define($"scalar {name}", Chance(0.5) ? " @specifiedBy(url: \"https://example.com\")" : Applied("SCALAR"));
        if (Oops()) _definitions.Add($"extend scalar {Pick<string>([name, "Nope", "O0"])} @specifiedBy(url: \"x\")");
    }

    private void Enum()
    {
        var name = $"E{_enums.Count}";
        _enums.Add(name);
        var values = Enumerable.Range(0, Oops() ? 0 : random.Next(1, 4)).Select(i => $"{Described()}{(Oops() ? "__V" : Oops() ? "V0" : $"V{i}")}{Deprecated(0.2)}{Applied("ENUM_VALUE")}").ToList();
        Define($"enum {name}{Applied("ENUM")}{Block(values)}", null);
        if (Chance(0.2)) _definitions.Add($"extend enum {name} {{ {(Oops() ? "V0" : "EXTRA")} }}");
        if (Oops()) _definitions.Add($"extend {Pick<string>(["type", "input", "interface"])} {name} {{ a: Int }}");
    }

    private void InputObject()
    {
        var name = $"I{_inputs.Count}";
        var isOneOf = Chance(0.25);
        var fields = Arguments(Oops() ? 0 : random.Next(1, 4), name, isOneOf && !Oops());
        _inputs.Add(name);
        Define($"input {name}{(isOneOf ? " @oneOf" : "")}{Applied("INPUT_OBJECT")}{Block(fields.Select(f => f.Text))}", null);
        if (Chance(0.15)) _definitions.Add($"extend input {name} {{ {(Oops() ? "a0" : "extra")}: Int{Deprecated(0.3)} }}");
        if (Oops()) _definitions.Add($"extend input {name} {{ me: {name}! }}");
    }

    private void AddInterface()
    {
        var name = $"N{_interfaces.Count}";
        var (interfaces, fields) = Implemented();
        fields.AddRange(OwnFields());
        _interfaces.Add(new(name, interfaces, fields));
        Define($"interface {name}{Implements(interfaces)}{Applied("INTERFACE")}{Fields(fields)}", null);
    }

    private void AddObject(string name)
    {
        var (interfaces, fields) = Implemented();
        fields.AddRange(OwnFields());
        _objects.Add(name);
        var text = $"type {name}{Implements(interfaces)}{Applied("OBJECT")}{Fields(fields)}";
        Define(text, null);
        if (Chance(0.2)) _definitions.Add($"extend type {(Oops() ? "Nope" : name)} {{ {(Oops() && fields.Count > 0 ? fields[0].Name : "extra")}: {OutputType()} }}");
    }

    private void Union()
    {
        var name = $"U{_unions.Count}";
        var members = _objects.Distinct().Where(_ => Chance(0.6)).DefaultIfEmpty(_objects[0]).ToList();
        if (Oops()) members.Add(members[0]);
        if (Oops()) members.Add(Pick(_enums));
        _unions.Add(name);
        Define($"union {name}{Applied("UNION")}{(Oops() ? "" : " = " + string.Join(" | ", members))}", null);
    }

    private void Roots()
    {
        var query = Chance(0.5) ? "Query" : "Root";
        if (!Oops()) AddObject(query);
        if (query == "Root" || Chance(0.3))
        {
            var root = Oops() ? Pick(_enums) : query;
            Define($"schema{Applied("SCHEMA")} {{ query: {root}{(Chance(0.3) ? $" mutation: {_objects[0]}" : "")}{(Oops() ? $" query: {root}" : "")} }}", null);
        }
        if (Chance(0.1)) _definitions.Add($"extend schema {{ subscription: {(Oops() ? "Nope" : _objects[0])} }}");
    }

    private void Mistakes()
    {
        if (Oops()) _definitions.Add("schema { query: Query }");
        if (Oops()) _definitions.Add("scalar Int");
        if (Oops()) _definitions.Add($"type {Pick(_objects)} {{ again: Int }}");
        if (Oops()) _definitions.Add("directive @d0 on FIELD");
        if (Oops()) _definitions.Add("interface __Reserved { a: Int }");
        if (Oops()) _definitions.Add("type Loop implements Loop { a: Int }");
        if (Oops()) _definitions.Add("interface A1 implements B1 { a: Int } interface B1 implements A1 { a: Int }");
        if (Oops()) _definitions.Add("input A2 { b: B2! } input B2 { a: A2! }");
        if (Oops()) _definitions.Add($"type Several implements {string.Join(" & ", _interfaces.Select(i => i.Name).DefaultIfEmpty("Nope"))} {{ a: Int }}");
    }

    private string Fresh(string prefix) => prefix + (_names++).ToString(CultureInfo.InvariantCulture);

    private bool Oops() => _mistakes > 0 && random.NextDouble() < _mistakes;

    private bool Chance(double chance) => random.NextDouble() < chance;

    private int Times(int least, int most) => random.Next(least, most + 1);

    private void Times(int least, int most, Action add)
    {
        for (var count = Times(least, most); count > 0; count--) add();
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
