namespace Portal.Graph.Domain.Platform.Letters;

/// <summary>The template names fields that letters of its kind do not have.</summary>
/// <param name="Fields">The names that are not known.</param>
/// <param name="KnownFields">The names that may be used.</param>
public sealed record TemplateFieldUnknown(IReadOnlyList<string> Fields, IReadOnlyList<string> KnownFields)
    : Refusal($"Letters of this kind have no field {string.Join(", ", Fields)}. They have: {string.Join(", ", KnownFields)}.");

/// <summary>The letter cannot be written: its template needs values that there are none for.</summary>
/// <param name="Fields">The names of the fields without a value.</param>
public sealed record LetterFieldMissing(IReadOnlyList<string> Fields)
    : Refusal($"The letter was not written. These fields have no value: {string.Join(", ", Fields)}.");
