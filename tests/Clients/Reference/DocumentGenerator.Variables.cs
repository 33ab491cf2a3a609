using System.Globalization;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;
using Portal.GraphQL.Validation;

namespace Portal.Graph.Clients.Reference;

public sealed partial class DocumentGenerator
{
    /// <summary>Values for the variables of the last operation written, as a JSON object; with mistakes some are missing, null or of another kind.</summary>
    public string VariableValues(double mistakes)
    {
        _mistakes = mistakes;
        var values = new List<string>();
        foreach (var (name, (text, standard)) in _variables)
        {
            if (schema.Resolve(Parser.ParseType(text)) is not { } type) continue;
            var optional = standard is not null || !type.IsNonNull;
            if (optional ? Chance(0.4) : Oops()) continue;
            // See Deliberate: null for the condition of @skip or @include.
            values.Add($"\"{name}\": {(type.ToString() == "Boolean" ? "true" : Json(type, 0))}");
        }
        return $"{{{string.Join(", ", values)}}}";
    }

    private string Json(TypeReference type, int depth)
    {
        if (Oops()) return Pick<string>(["null", "\"text\"", "7", "1.5", "true", "[]", "[null]", "{}", "{\"nope\": 1}", "3000000000", "\"NOPE\""]);
        if (!type.IsNonNull && Chance(0.1)) return "null";
        return type.Nullable switch
        {
            ListType list when Chance(0.2) && list.Element.Nullable is not ListType => Json(list.Element, depth + 1),
            ListType list => $"[{string.Join(", ", Enumerable.Range(0, random.Next(0, 3)).Select(_ => Json(list.Element, depth + 1)))}]",
            EnumType e => $"\"{Pick(e.Values.ToList()).Name}\"",
            InputObjectType input => JsonObject(input, depth),
            var leaf => leaf.Named.Name switch
            {
                "Int" => random.Next(-100, 100).ToString(CultureInfo.InvariantCulture),
                "Float" => Pick<string>(["1.5", "-2", "1e3"]),
                "Boolean" => Chance(0.5) ? "true" : "false",
                "ID" => Chance(0.5) ? "\"id\"" : "17",
                _ => Pick<string>(["\"text\"", "\"\"", "\"\\u00e9\\n\""]),
            },
        };
    }

    private string JsonObject(InputObjectType type, int depth)
    {
        var fields = type.IsOneOf
            ? [Pick(type.Fields.ToList())]
            : type.Fields.Where(f => f.IsRequired ? !Oops() : depth < 3 && Chance(0.5)).ToList();
        return $"{{{string.Join(", ", fields.Select(f => $"\"{f.Name}\": {Json(type.IsOneOf ? new NonNullType(f.Type) : f.Type, depth + 1)}"))}}}";
    }
}
