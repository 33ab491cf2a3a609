namespace Portal.GraphQL.Execution.Persisted;

/// <summary>The text of a request's document, and the hash under which it is to be kept once it proves valid.</summary>
internal readonly record struct RequestedDocument(string Text, string? NewHash = null);

/// <summary>Finds the document of a request: sent, named by an id of the trusted list, or by a hash that a client taught before.</summary>
internal sealed class DocumentSource(PersistedOperationOptions options, IDocumentStore? trusted)
{
    // As the draft's appendix on persisted documents has it.
    private const string HashPrefix = "sha256:";

    private readonly DocumentCache<string> _learned = new(options.MaxDocuments, options.MaxBytes);

    /// <exception cref="GraphQLException">There is no such document, or it may not be used.</exception>
    public ValueTask<RequestedDocument> FindAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        var hash = PersistedQuery.HashOf(request.Extensions);
        if (request.Query is null)
            return NamedAsync(request.DocumentId, hash, cancellationToken);
        if (options.TrustedOnly)
            throw PersistedQuery.Refusal("Only documents of the server's list are executed here: send the id of one.", ErrorCodes.TrustedDocumentsOnly);
        if (request.DocumentId is not null)
            throw PersistedQuery.Refusal("Send either a document or the id of one.", ErrorCodes.BadRequest);
        if (hash is null || !options.Automatic)
            return new(new RequestedDocument(request.Query));
        if (PersistedQuery.HashOf(request.Query) != hash)
            throw PersistedQuery.Mismatch();
        return new(new RequestedDocument(request.Query, request.Query.Length <= options.MaxDocumentLength ? hash : null));
    }

    /// <summary>Keeps a document that proved valid.</summary>
    public void Keep(RequestedDocument document)
    {
        if (document.NewHash is { } hash && _learned.Find(hash) is null)
            _learned.Add(hash, document.Text, DocumentWeight.OfText(document.Text) + DocumentWeight.OfText(hash));
    }

    private async ValueTask<RequestedDocument> NamedAsync(string? id, string? hash, CancellationToken cancellationToken)
    {
        if ((id ?? hash) is not { } name)
            throw PersistedQuery.Refusal("The request has no 'query'.", ErrorCodes.BadRequest);
        if (trusted is not null && await trusted.FindAsync(name, cancellationToken) is { } text)
            return new(text);
        if (id is not null && id.StartsWith(HashPrefix, StringComparison.Ordinal))
            hash = PersistedQuery.Normal(id[HashPrefix.Length..]);
        if (hash is not null && !options.TrustedOnly && _learned.Find(hash) is { } learned)
            return new(learned);
        if (id is not null || options.TrustedOnly)
            throw PersistedQuery.Refusal("No document has this id.", ErrorCodes.UnknownDocument);
        throw options.Automatic ? PersistedQuery.NotFound() : PersistedQuery.NotSupported();
    }
}
