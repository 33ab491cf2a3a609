using Portal.Graph.Domain.Platform.Content;

namespace Portal.Graph.BackOffice.Shared.Display;

/// <summary>How content reads.</summary>
public static class ContentDisplay
{
    public static Tone ToneOf(ContentState state) => state switch
    {
        ContentState.Published => Tone.Green,
        ContentState.Hidden => Tone.Neutral,
    };
}
