using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.Domain.Accounts.PublicLinks;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.BackOffice.Accounts.PublicLinks;

/// <summary>A row of the public pages as it is written.</summary>
public sealed class LinkForm
{
    public string? Key { get; set; }
    public Market? Market { get; set; }
    public LinkGroup Group { get; set; } = LinkGroup.Tools;
    public string? Label { get; set; }
    public string? Body { get; set; }
    public string? Url { get; set; }
    public string? PageKey { get; set; }
    public int Position { get; set; } = 500;
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
    public ContentState State { get; set; }
    public int? Version { get; set; }

    public static LinkForm Of(ContentLink row) => new()
    {
        Key = row.Key, Market = row.Market, Group = row.Group, Label = row.Label, Body = row.Body, Url = row.Url, PageKey = row.PageKey,
        Position = row.Position, From = row.From, To = row.To, State = row.State, Version = row.Version,
    };

    public ContentLinkDraft ToDraft() => new(Key ?? "", Market, Group, Label ?? "", Body, Url, PageKey, Position, From, To, State);
}

/// <summary>How rows of the public pages read.</summary>
public static class LinkDisplay
{
    public static string Days(ContentLink row) => (row.From, row.To) switch
    {
        (null, null) => "always",
        ({ } from, null) => $"from {Show.Date(from)}",
        (null, { } to) => $"until {Show.Date(to)}",
        ({ } from, { } to) => Show.Dates(from, to),
    };
}
