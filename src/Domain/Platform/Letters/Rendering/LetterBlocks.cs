namespace Portal.Graph.Domain.Platform.Letters.Rendering;

/// <summary>A part of a letter's body.</summary>
public abstract record LetterBlock;

public sealed record LetterHeading(string Text) : LetterBlock;

/// <param name="Text">A line break within it is a line break on paper.</param>
public sealed record LetterParagraph(string Text) : LetterBlock;

public sealed record LetterBullets(IReadOnlyList<string> Items) : LetterBlock;

/// <param name="Head">The column heads.</param>
/// <param name="Rows">As many cells each as there are heads.</param>
public sealed record LetterTable(IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows) : LetterBlock;

/// <summary>A letter ready to be drawn, as PDF or as HTML.</summary>
/// <param name="Sender">The letterhead, line by line; the first is the plan's name.</param>
/// <param name="Recipient">Name and address, line by line.</param>
/// <param name="Facts">Labels and values above the body, such as the letter's number.</param>
/// <param name="Foot">Below every page: how to reach the plan.</param>
/// <param name="Language">Of the text, such as <c>en</c>.</param>
public sealed record LetterDocument(
    string Number, DateOnly Date, string Title, IReadOnlyList<string> Sender, IReadOnlyList<string> Recipient,
    IReadOnlyList<(string Label, string Value)> Facts, IReadOnlyList<LetterBlock> Body, IReadOnlyList<string> Foot, string Language);
