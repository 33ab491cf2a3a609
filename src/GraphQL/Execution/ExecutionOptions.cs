using Portal.GraphQL.Execution.Persisted;
using Portal.GraphQL.Language;
using Portal.GraphQL.Validation;

namespace Portal.GraphQL.Execution;

/// <summary>Settings of the executor.</summary>
public sealed class ExecutionOptions
{
    /// <summary>How long a request may take; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it likes.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many parsed, validated and compiled documents are kept.</summary>
    public int DocumentCacheSize { get; set; } = 1000;

    /// <summary>How much memory (bytes, estimated) these documents may take together.</summary>
    public long DocumentCacheBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>A longer document (characters) is executed but not kept.</summary>
    public int MaxCachedDocumentLength { get; set; } = 16 * 1024;

    /// <summary>A larger answer (bytes) is not sent; who needs more reads it in pages.</summary>
    public int MaxResponseBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>Whether <c>extensions.cost</c> tells what the operation costs at most (<c>estimated</c>) and what its caller may spend (<c>budget</c>).</summary>
    public bool IncludeCost { get; set; }

    /// <summary>Documents that clients name instead of sending them.</summary>
    public PersistedOperationOptions Persisted { get; } = new();

    public ParserLimits ParserLimits { get; set; } = ParserLimits.Default;

    /// <summary>The rules of the specification, and what one request may ask for.</summary>
    public ValidationOptions Validation { get; set; } = ValidationOptions.Default;
}
