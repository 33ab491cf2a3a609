namespace Portal.GraphQL.Transport;

/// <summary>Settings of GraphQL over HTTP.</summary>
public sealed class GraphQLHttpOptions
{
    /// <summary>A larger body (bytes) is refused with status 413. A host that inflates compressed bodies is held to it after inflating.</summary>
    public int MaxRequestBytes { get; set; } = 1024 * 1024;

    /// <summary>How many requests one body may hold as a JSON array; more are refused with status 413. 0 refuses every array.</summary>
    public int MaxBatchSize { get; set; } = 10;

    /// <summary>Whether queries may be sent with GET.</summary>
    public bool AllowGet { get; set; } = true;

    /// <summary>
    /// The <c>Cache-Control</c> of an answer to GET, which has an <c>ETag</c>. <c>private, no-cache</c> lets a browser keep it and
    /// ask whether it still holds; <c>no-store</c> leaves that to clients which keep it themselves.
    /// </summary>
    public string GetCacheControl { get; set; } = "private, no-cache";

    /// <summary>Whether answers are compressed (br, gzip) for clients that accept it.</summary>
    /// <remarks>
    /// Compression tells an eavesdropper lengths (BREACH). That needs a page of the attacker to send requests in the name of a
    /// victim: requests here are authenticated by a header that no foreign page can add, and answers hold no secret of the
    /// session. A host that signs in with cookies should turn it off.
    /// </remarks>
    public bool Compress { get; set; } = true;

    /// <summary>Smaller answers (bytes) are not worth compressing.</summary>
    public int MinCompressedBytes { get; set; } = 2048;

    /// <summary>The names under which a request may give the id of a document that the server knows, such as <c>id</c> or <c>doc_id</c>.</summary>
    public IList<string> DocumentIdNames { get; } = ["documentId"];

    /// <summary>Whether a browser that opens the address gets the explorer.</summary>
    public bool Explorer { get; set; } = true;
}
