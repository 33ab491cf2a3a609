namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>A stored record with its internal key; the key is given by the database at the first save.</summary>
public interface IEntity
{
    long Id { get; }
}

/// <summary>A record that two people can work on: its version rises with every save and mutations must name the one they read (PLT-05).</summary>
public interface IVersioned : IEntity
{
    int Version { get; }
}
