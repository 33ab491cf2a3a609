namespace Portal.Graph.Domain.Platform.Files.Stores;

/// <summary>A sealed content as the store lists it.</summary>
public sealed record StoredObject(string Name, long Bytes, DateTimeOffset ChangedAt);

/// <summary>Where sealed contents lie. A content is put once and never changed; the store knows neither names nor keys.</summary>
public interface IFileStore
{
    /// <summary>Where that is, in words for who operates the program.</summary>
    string Place { get; }

    /// <summary>
    /// Asks the store whether it takes the settings. Says what is wrong with them, with the key's name; null when nothing is, or while the
    /// store does not answer, which may be over soon.
    /// </summary>
    Task<string?> SettingFaultAsync(CancellationToken ct);

    /// <summary>Stores a complete file durably and takes it away from where it was.</summary>
    Task PutAsync(string name, string path, CancellationToken ct);

    /// <summary>The sealed bytes from a position to the end; null when there is no such content.</summary>
    Task<Stream?> OpenAsync(string name, long from, CancellationToken ct);

    /// <summary>Deletes a content; one that is not there is deleted.</summary>
    Task DeleteAsync(string name, CancellationToken ct);

    IAsyncEnumerable<StoredObject> ListAsync(CancellationToken ct);
}
