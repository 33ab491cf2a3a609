namespace Portal.Graph.Domain.Platform.Content;

/// <summary>Whether readers see a row of content.</summary>
public enum ContentState
{
    /// <summary>Shown.</summary>
    Published,

    /// <summary>Not shown; a market's hidden row hides the one for all markets too.</summary>
    Hidden,
}
