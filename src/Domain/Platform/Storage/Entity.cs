namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>A stored record with its internal key; the key is given by the database at the first save.</summary>
public interface IEntity
{
    long Id { get; }
}

// PLT-05
/// <summary>A record that two people can work on: its version rises with every save and mutations must name the one they read.</summary>
public interface IVersioned : IEntity
{
    /// <summary>Rises with every change. Send the one you read with a mutation: CONCURRENT_CHANGE tells that somebody was faster.</summary>
    int Version { get; }
}
