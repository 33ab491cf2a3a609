using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Portal.Graph.Schema.Platform;

// PLT-12
/// <summary>What one request may ask for: section <c>GraphQL</c> of the configuration.</summary>
public sealed record GraphQLSettings
{
    public const string Section = "GraphQL";

    /// <summary>Fields inside fields, introspection aside.</summary>
    public int MaxDepth { get; init; } = 15;

    /// <summary>Points that one operation may cost.</summary>
    public double MaxCost { get; init; } = 5_000;

    /// <summary>Points that one operation of staff may cost; analysts ask for more at once.</summary>
    public double StaffMaxCost { get; init; } = 25_000;

    /// <summary>How long a request may take.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of a request's body.</summary>
    public int MaxRequestBytes { get; init; } = 1024 * 1024;

    /// <summary>Bytes of an answer.</summary>
    public int MaxResponseBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Requests in one body; 0 refuses lists of requests.</summary>
    public int MaxBatchSize { get; init; } = 10;

    /// <summary>Whether queries may come with GET. Their variables then stand in addresses, which proxies log.</summary>
    public bool AllowGet { get; init; } = true;

    /// <summary>Whether answers are compressed for clients that accept it.</summary>
    public bool Compress { get; init; } = true;

    /// <summary>Whether clients may send a document once and its hash from then on.</summary>
    public bool PersistedOperations { get; init; } = true;

    /// <summary>A folder or manifest of documents that clients may name; none when empty.</summary>
    public string? TrustedDocuments { get; init; }

    /// <summary>Whether nothing but those documents is executed.</summary>
    public bool TrustedDocumentsOnly { get; init; }

    /// <exception cref="OptionsValidationException">A value makes no sense; the program must not start with it.</exception>
    public static GraphQLSettings Read(IConfiguration configuration)
    {
        var settings = configuration.GetSection(Section).Get<GraphQLSettings>() ?? new();
        string[] problems = [.. settings.Problems().Select(p => $"{Section}:{p}")];
        return problems.Length == 0 ? settings : throw new OptionsValidationException(Section, typeof(GraphQLSettings), problems);
    }

    private IEnumerable<string> Problems()
    {
        if (MaxDepth is < 1 or > 100) yield return $"{nameof(MaxDepth)} must be from 1 to 100.";
        if (!(MaxCost > 0)) yield return $"{nameof(MaxCost)} must be positive.";
        if (!(StaffMaxCost >= MaxCost)) yield return $"{nameof(StaffMaxCost)} must not be less than {nameof(MaxCost)}.";
        if (Deadline <= TimeSpan.Zero) yield return $"{nameof(Deadline)} must be positive.";
        if (MaxRequestBytes < 1024) yield return $"{nameof(MaxRequestBytes)} must be 1024 or more.";
        if (MaxResponseBytes < 64 * 1024) yield return $"{nameof(MaxResponseBytes)} must be 65536 or more.";
        if (MaxBatchSize < 0) yield return $"{nameof(MaxBatchSize)} must not be negative.";
        if (TrustedDocumentsOnly && string.IsNullOrEmpty(TrustedDocuments)) yield return $"{nameof(TrustedDocumentsOnly)} needs {nameof(TrustedDocuments)}.";
        if (!string.IsNullOrEmpty(TrustedDocuments) && !Path.Exists(TrustedDocuments)) yield return $"{nameof(TrustedDocuments)} names neither a folder nor a file.";
    }
}
