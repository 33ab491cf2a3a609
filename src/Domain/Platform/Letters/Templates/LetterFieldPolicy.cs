using System.Globalization;

namespace Portal.Graph.Domain.Platform.Letters.Templates;

/// <summary>What people may give for a letter's own fields. Pure.</summary>
public static class LetterFieldPolicy
{
    public const int MostCharacters = 4000;

    /// <summary>Names that the kind does not have, texts that are too long, and dates and amounts that are none.</summary>
    public static IReadOnlyList<Refusal> Faults(LetterKind kind, IReadOnlyDictionary<string, string?> given)
    {
        string[] unknown = [.. given.Keys.Where(name => kind.Own.All(field => field.Name != name)).Order(StringComparer.Ordinal)];
        if (unknown.Length > 0) return [new TemplateFieldUnknown(unknown, [.. kind.Own.Select(field => field.Name)]) { Path = ["fields"] }];
        return [.. kind.Own.Select(field => Fault(field, given.GetValueOrDefault(field.Name))).OfType<Refusal>()];
    }

    private static InvalidFormat? Fault(LetterField field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (value.Length > MostCharacters) return new(field.Name, $"at most {MostCharacters} characters", "a shorter text") { Path = ["fields"] };
        var expected = field.Kind switch
        {
            LetterFieldKind.Date => DateOnly.TryParseExact(value.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "a date",
            LetterFieldKind.Instant => DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) ? null : "an instant",
            LetterFieldKind.Money => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? null : "an amount",
            LetterFieldKind.Text or LetterFieldKind.List => null,
        };
        return expected is null ? null : new(field.Name, expected, field.Sample) { Path = ["fields"] };
    }
}
