using System.Text.RegularExpressions;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Content;

namespace Portal.Graph.Domain.Accounts.PublicLinks;

/// <summary>ACC-20: what a row of the public pages must hold, and which of several rows a market's readers see.</summary>
public static partial class ContentLinkPolicy
{
    public static List<Refusal> Faults(ContentLinkDraft draft)
    {
        List<Refusal> faults =
        [
            .. ContentPolicy.Text("Label", "label", draft.Label, ContentLink.LabelLength),
            .. ContentPolicy.Text("Text", "body", draft.Body, ContentLink.BodyLength, required: draft.Group is LinkGroup.Banner or LinkGroup.Note),
            .. ContentPolicy.Link("Address", "url", draft.Url, required: false),
            .. ContentPolicy.Text("Page key", "pageKey", draft.PageKey, ContentLink.PageKeyLength, required: false),
        ];
        if (string.IsNullOrWhiteSpace(draft.Key)) faults.Add(new RequiredFieldMissing("Key") { Path = ["key"] });
        else if (!KeyForm().IsMatch(draft.Key.Trim()) || draft.Key.Trim().Length > ContentLink.KeyLength)
            faults.Add(new InvalidFormat("Key", "words of letters and digits with dots between them", "tools.forms") { Path = ["key"] });
        var (url, page) = (ContentPolicy.Trimmed(draft.Url), ContentPolicy.Trimmed(draft.PageKey));
        if (url is not null && page is not null) faults.Add(new InvalidFormat("Address", "left out when a page key is given", "an empty field") { Path = ["url"] });
        if (url is null && page is null && draft.Group is not (LinkGroup.Banner or LinkGroup.Note)) faults.Add(new RequiredFieldMissing("Address or page key") { Path = ["url"] });
        if (draft is { From: { } from, To: { } to } && to < from) faults.Add(new DateRangeReversed("The days shown", from, to) { Path = ["to"] });
        return faults;
    }

    /// <summary>Of each key the market's own row in force, else that for all markets; hidden ones leave a gap.</summary>
    public static IReadOnlyList<ContentLink> Shown(IEnumerable<ContentLink> rows, Market? market, DateOnly today) =>
    [
        .. rows.Where(row => row.IsInForce(today)).ShownIn(market).OrderBy(row => row.Group),
    ];

    [GeneratedRegex("^[A-Za-z0-9]+(\\.[A-Za-z0-9]+)+$")]
    private static partial Regex KeyForm();
}
