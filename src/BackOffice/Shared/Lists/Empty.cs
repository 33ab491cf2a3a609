namespace Portal.Graph.BackOffice.Shared.Lists;

/// <summary>What a list says when it has nothing to show, and the way on.</summary>
public sealed record Empty(string Title, string Text, string? Path = null, string? Action = null);
