using System.Globalization;
using System.Text;
using Portal.GraphQL.Types;

namespace Portal.Graph.Clients.Reference;

/// <summary>
/// Writes documents for a schema, the same ones for the same seed. Without mistakes nearly all are valid; with them each kind
/// of thing that can be wrong is wrong now and then, at the given rate per decision.
/// </summary>
/// <param name="isWanted">Which fields may be selected; all, when not given.</param>
public sealed partial class DocumentGenerator(Schema schema, Random random, Func<CompositeType, OutputField, bool>? isWanted = null)
{
    private const int Deepest = 5;

    private readonly List<string> _fragments = [];
    private readonly List<(string Name, CompositeType Type)> _fragmentsInScope = [];
    private readonly List<CompositeType> _composites = [.. schema.Types.OfType<CompositeType>().Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal))];
    private double _mistakes;
    private int _names;

    /// <summary>A document of one operation or more and its fragments.</summary>
    /// <param name="mistakes">The rate of mistakes per decision; 0 for none.</param>
    /// <param name="most">How many operations there are at most.</param>
    public string Document(double mistakes, int most = 2)
    {
        _mistakes = mistakes;
        _names = 0;
        _fragments.Clear();
        var parts = new List<string>();
        var operations = Chance(0.15) ? most : 1;
        for (var i = 0; i < operations; i++) parts.Add(Operation(isAlone: operations == 1));
        parts.AddRange(_fragments);
        if (Oops()) parts.Add($"fragment Unused on {Pick(_composites)} {{ __typename }}");
        if (Oops()) parts.Add("type Extra { a: Int }");
        if (Oops() && _fragments.Count > 0) parts.Add(_fragments[0]);
        return string.Join(Chance(0.5) ? "\n\n" : " ", parts);
    }

    private string Operation(bool isAlone)
    {
        _variables.Clear();
        _fragmentsInScope.Clear();
        var (keyword, root) = Root();
        var selections = keyword == "subscription" && !Oops() ? $"{{ {Field(root, Deepest - 1)} }}" : Selections(root, 0);
        var isShort = keyword == "query" && isAlone && _variables.Count == 0 && Chance(0.3);
        if (isShort) return selections;
        var name = isAlone && Chance(0.3) || Oops() ? "" : Oops() ? " Same" : $" {Fresh("Q")}";
        return $"{keyword}{name}{VariableDefinitions()}{Directives(keyword.ToUpperInvariant())} {selections}";
    }

    private (string Keyword, ObjectType Root) Root()
    {
        var kind = random.Next(10);
        if (kind == 0 && schema.Mutation is { } mutation) return ("mutation", mutation);
        if (kind == 1 && schema.Subscription is { } subscription) return ("subscription", subscription);
        return Oops() ? (Pick<string>(["mutation", "subscription"]), schema.Query) : ("query", schema.Query);
    }

    private string Selections(CompositeType type, int depth)
    {
        var text = new StringBuilder("{");
        var line = Chance(0.5) ? "\n" + new string(' ', 2 * depth + 2) : " ";
        for (var count = random.Next(1, depth > 2 ? 3 : 5); count > 0; count--)
            text.Append(line).Append(random.Next(10) switch
            {
                < 7 => Field(type, depth),
                < 9 => InlineFragment(type, depth),
                _ => Spread(type, depth),
            });
        return text.Append(line).Append('}').ToString();
    }

    private string Field(CompositeType type, int depth)
    {
        if (Oops()) return UnknownField();
        var fields = (type as FieldedType)?.Fields.Where(f => (isWanted?.Invoke(type, f) ?? true) && (depth < Deepest || f.Type.IsLeaf)).ToList() ?? [];
        if (fields.Count == 0 || Chance(0.06)) return $"{Alias(0.2)}__typename{Directives("FIELD")}";
        var field = Pick(fields);
        var arguments = Arguments(field.Arguments);
        var hasSelections = field.Type.Named is CompositeType != Oops();
        var selections = hasSelections ? " " + (field.Type.Named is CompositeType inner ? Selections(inner, depth + 1) : "{ a }") : "";
        // Under one name, fields with different arguments or types would conflict.
        return $"{Alias(arguments.Length > 0 ? 0.95 : 0.15)}{field.Name}{arguments}{Directives("FIELD")}{selections}";
    }

    private string UnknownField() => random.Next(3) switch
    {
        0 => "nope",
        1 => Pick(schema.Types.OfType<FieldedType>().Where(t => t.Fields.Count > 0).ToList()).Fields[0].Name + (Chance(0.5) ? "" : "s"),
        _ => "__type(name: \"Dog\") { name }",
    };

    private string Alias(double chance) => Oops() ? "same: " : Chance(chance) ? $"{Fresh("a")}: " : "";

    private string InlineFragment(CompositeType type, int depth)
    {
        if (depth >= Deepest) return "__typename";
        if (Chance(0.2)) return $"...{Directives("INLINE_FRAGMENT")} {Selections(type, depth + 1)}";
        var target = Narrowed(type);
        var condition = Oops() ? Pick<string>(["Nope", "Int", "String"]) : target.Name;
        return $"... on {condition}{Directives("INLINE_FRAGMENT")} {Selections(target, depth + 1)}";
    }

    private string Spread(CompositeType type, int depth)
    {
        if (Oops()) return "...Nowhere";
        var known = _fragmentsInScope.Where(f => f.Type == type).ToList();
        if (known.Count > 0 && Chance(0.5) || Oops() && _fragmentsInScope.Count > 0)
            return $"...{Pick(known.Count > 0 ? known : _fragmentsInScope).Name}{Directives("FRAGMENT_SPREAD")}";
        var target = Narrowed(type);
        var name = Fresh("F");
        // In scope only from here on, or its own content might spread it; a mistake is the cycle.
        if (Oops()) _fragmentsInScope.Add((name, target));
        var body = Selections(target, Math.Max(depth, 2));
        _fragmentsInScope.Add((name, target));
        _fragments.Add($"fragment {name} on {(Oops() ? Pick<string>(["Nope", "Boolean"]) : target.Name)}{Directives("FRAGMENT_DEFINITION")} {body}");
        return $"...{name}{Directives("FRAGMENT_SPREAD")}";
    }

    /// <summary>A type of which some object is of the other type too, or by mistake any.</summary>
    private CompositeType Narrowed(CompositeType type)
    {
        if (Oops()) return Pick(_composites);
        var possible = schema.PossibleTypesOf(type);
        var fitting = _composites.Where(t => schema.PossibleTypesOf(t).Any(possible.Contains)).ToList();
        return fitting.Count == 0 ? type : Pick(fitting);
    }

    private string Fresh(string prefix) => prefix + (_names++).ToString(CultureInfo.InvariantCulture);

    private bool Oops() => _mistakes > 0 && random.NextDouble() < _mistakes;

    private bool Chance(double chance) => random.NextDouble() < chance;

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
