using System.Text.Json;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Execution.Coercion;

/// <summary>Turns the JSON of one variable into the value of its input type and collects everything that does not fit.</summary>
internal sealed class JsonCoercion(LiteralCoercion literals, Action<string, string> onError)
{
    // More are not told: what follows is not looked at.
    public const int MaxErrors = 50;

    private static readonly object?[] NoItems = [];

    private List<object>? _path;

    public object? Value(TypeReference type, JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return type.IsNonNull ? Fail($"Expected non-nullable type \"{type}\" not to be null.") : null;
        try
        {
            return type.Nullable switch
            {
                ListType list => json.ValueKind == JsonValueKind.Array ? Items(list, json) : new[] { Value(list.Element, json) },
                ScalarType scalar => scalar.ParseJson(json),
                EnumType @enum => Enum(@enum, json),
                InputObjectType input => Object(input, json),
                _ => Fail($"\"{type}\" is not an input type."),
            };
        }
        catch (CoercionException e)
        {
            return Fail(e.Message);
        }
    }

    private object?[] Items(ListType list, JsonElement json)
    {
        var count = json.GetArrayLength();
        if (count == 0)
            return NoItems;
        var items = new object?[count];
        var index = 0;
        foreach (var item in json.EnumerateArray())
        {
            if (Errors > MaxErrors)
                break;
            Enter(index);
            items[index++] = Value(list.Element, item);
            Leave();
        }
        return items;
    }

    private object? Enum(EnumType type, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String)
            return Fail($"Enum \"{type.Name}\" cannot represent non-string value: {json.GetRawText()}.");
        return type.Values.Find(json.GetString()!) is { } value ? value.Value : Fail($"Value \"{json.GetString()}\" does not exist in \"{type.Name}\" enum.");
    }

    private object? Object(InputObjectType type, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return Fail($"Expected type \"{type.Name}\" to be an object.");
        var failed = false;
        var values = new object?[type.Fields.Count];
        foreach (var property in json.EnumerateObject())
        {
            if (Errors > MaxErrors)
                break;
            if (type.Fields.Find(property.Name) is null)
            {
                Fail($"Field \"{property.Name}\" is not defined by type \"{type.Name}\".");
                failed = true;
            }
        }
        for (var i = 0; i < values.Length; i++)
        {
            var field = type.Fields[i];
            if (json.TryGetProperty(field.Name, out var given))
            {
                Enter(field.Name);
                var before = Errors;
                values[i] = Value(field.Type, given);
                failed |= Errors != before;
                Leave();
            }
            else if (field.IsRequired)
            {
                Fail($"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
                failed = true;
            }
            else
                values[i] = literals.Default(field);
        }
        if (failed)
            return null;
        OneOf.Check(type, values);
        return type.Create(values);
    }

    private void Enter(object step) => (_path ??= []).Add(step);

    private void Leave() => _path!.RemoveAt(_path.Count - 1);

    private int Errors { get; set; }

    private object? Fail(string message)
    {
        Errors++;
        onError(string.Concat((_path ?? []).Select(p => p is int i ? $"[{i}]" : $".{p}")), message);
        return null;
    }
}
