namespace Portal.GraphQL.Execution.Persisted;

/// <summary>Settings of documents that clients name instead of sending them.</summary>
public sealed class PersistedOperationOptions
{
    /// <summary>
    /// Whether clients may send a document once with its SHA-256 and only the hash from then on (Apollo's automatic persisted
    /// queries: <c>extensions.persistedQuery</c>). A document is kept when it was found valid, never before.
    /// </summary>
    public bool Automatic { get; set; }

    /// <summary>How many such documents are kept; those not used for longest go first.</summary>
    public int MaxDocuments { get; set; } = 1000;

    /// <summary>How much memory (bytes) such documents may take together.</summary>
    public long MaxBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>A longer document (characters) is executed but not kept.</summary>
    public int MaxDocumentLength { get; set; } = 16 * 1024;

    /// <summary>Whether only documents of the <see cref="IDocumentStore"/> are executed, and whoever sends a text is refused.</summary>
    public bool TrustedOnly { get; set; }
}
