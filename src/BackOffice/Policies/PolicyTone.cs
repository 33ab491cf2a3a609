using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.Domain.Platform.Policies;

namespace Portal.Graph.BackOffice.Policies;

/// <summary>The colour of a row's state and of a candidate's verdict.</summary>
public static class PolicyTone
{
    public static Tone Of(PolicyState state) => state switch
    {
        PolicyState.Draft => Tone.Amber,
        PolicyState.Approved => Tone.Green,
        PolicyState.Withdrawn => Tone.Neutral,
    };

    public static Tone Of(PolicyVerdict verdict) => verdict switch
    {
        PolicyVerdict.Applies => Tone.Green,
        PolicyVerdict.LessSpecific => Tone.Blue,
        PolicyVerdict.NotApproved => Tone.Amber,
        PolicyVerdict.NotYet or PolicyVerdict.Ended or PolicyVerdict.OtherScope => Tone.Neutral,
    };

    public static string Days(PolicySetting row) => row.To is { } to ? $"{Show.Date(row.From)} – {Show.Date(to)}" : $"from {Show.Date(row.From)}";
}
