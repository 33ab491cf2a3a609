using System.Globalization;
using System.Text.Json;

namespace Portal.Graph.Domain.Platform.Letters.Templates;

/// <summary>The values of a letter's fields as they are stored: texts, dates as 2025-12-01, instants in UTC, amounts with a point, and rows.</summary>
public sealed class LetterValues
{
    private readonly SortedDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<LetterValues>> _lists = new(StringComparer.Ordinal);

    public LetterValues Set(string name, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text)) _texts[name] = text.Trim();
        return this;
    }

    public LetterValues Set(string name, DateOnly date) => Set(name, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public LetterValues Set(string name, DateTimeOffset instant) => Set(name, instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));

    public LetterValues Set(string name, decimal amount) => Set(name, amount.ToString("0.00", CultureInfo.InvariantCulture));

    public LetterValues Set(string name, IEnumerable<LetterValues> rows)
    {
        _lists[name] = [.. rows];
        return this;
    }

    public string? Text(string name) => _texts.GetValueOrDefault(name);

    /// <summary>Null when there is no such list.</summary>
    public IReadOnlyList<LetterValues>? Rows(string name) => _lists.GetValueOrDefault(name);

    /// <summary>Whether there is anything under the name.</summary>
    public bool Has(string name) => _texts.ContainsKey(name) || (_lists.TryGetValue(name, out var rows) && rows.Count > 0);

    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>These values, with the other's where both have one.</summary>
    public LetterValues With(LetterValues other)
    {
        var both = new LetterValues();
        foreach (var source in new[] { this, other })
        {
            foreach (var (name, text) in source._texts) both._texts[name] = text;
            foreach (var (name, rows) in source._lists) both._lists[name] = rows;
        }
        return both;
    }

    /// <summary>JSON with names in order: equal values are equal texts.</summary>
    public string Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) Write(json);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    public static LetterValues Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    private static LetterValues Read(JsonElement element)
    {
        var values = new LetterValues();
        foreach (var property in element.EnumerateObject())
            if (property.Value.ValueKind is JsonValueKind.Array) values._lists[property.Name] = [.. property.Value.EnumerateArray().Select(Read)];
            else values._texts[property.Name] = property.Value.GetString()!;
        return values;
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (name, text) in _texts) json.WriteString(name, text);
        foreach (var (name, rows) in _lists)
        {
            json.WriteStartArray(name);
            foreach (var row in rows) row.Write(json);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }
}
