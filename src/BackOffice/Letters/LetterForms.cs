using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Templates;

namespace Portal.Graph.BackOffice.Letters;

/// <summary>The filter of the list as it stands in the address.</summary>
public sealed class LetterFilterForm
{
    public string? Text { get; set; }
    public string? Kind { get; set; }
    public Market? Market { get; set; }
    public LetterState? State { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }

    public bool IsSet => !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrEmpty(Kind) || Market is not null || State is not null || From is not null || To is not null;

    public LetterFilter ToFilter() => new(Text, Kind, Market, State, From, To);
}

/// <summary>Words and colours of letters.</summary>
public static class LetterTone
{
    public static Tone Of(LetterState state) => state switch
    {
        LetterState.Pending => Tone.Amber,
        LetterState.Issued => Tone.Green,
        LetterState.Blocked => Tone.Red,
    };

    public static Tone Of(LetterTemplateState state) => state switch
    {
        LetterTemplateState.Draft => Tone.Amber,
        LetterTemplateState.Approved => Tone.Green,
        LetterTemplateState.Retired => Tone.Neutral,
    };

    public static IEnumerable<SelectListItem> Kinds(string none) =>
        [new(none, ""), .. LetterKinds.All.Select(kind => new SelectListItem($"{kind.Key}: {kind.Title}", kind.Key))];
}
