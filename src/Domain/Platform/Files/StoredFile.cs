using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Files;

// ATT-17: many files may share one content; each has the name under which it was sent.
/// <summary>A file that was uploaded completely. A submission takes it by its ID; one that none takes within 24 hours is deleted.</summary>
public sealed class StoredFile : IEntity
{
    public const int NameLength = 255;

    public long Id { get; private set; }
    public long ContentId { get; private set; }

    /// <summary>The bytes.</summary>
    public required StoredContent Content { get; init; }

    /// <summary>The file's name as sent, without folders.</summary>
    public required string Name { get; init; }

    /// <summary>Media type of the content as recognized from its bytes, such as <c>application/pdf</c>.</summary>
    public required string ContentType { get; init; }

    /// <summary>Who uploaded it; null for the system.</summary>
    public long? UploaderId { get; init; }
    public long? AccountId { get; init; }

    /// <summary>The market of the session in which it came, by whose rules it waits; null for staff and the system.</summary>
    public Market? Market { get; init; }

    /// <summary>When the last byte was stored (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The kind of record that took it, which decides who may open it; null while nobody took it.</summary>
    public string? SubjectKind { get; private set; }
    public DateTimeOffset? ClaimedAt { get; private set; }

    /// <summary>Length in bytes.</summary>
    public long SizeBytes => Content.SizeBytes;

    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 => Content.Sha256;

    /// <summary>What the virus scan says; only a CLEAN file can be opened.</summary>
    public ScanState ScanState => Content.ScanState;

    /// <summary>Makes it part of a record; refused when it is infected or part of another already.</summary>
    public Refusal? Claim(string subjectKind, DateTimeOffset now)
    {
        // Taken by another record looks like not there: a file belongs to one submission.
        if (SubjectKind is not null) return new NotFound("file");
        if (ScanState is ScanState.Infected) return new FileInfected(Name);
        (SubjectKind, ClaimedAt) = (subjectKind, now);
        return null;
    }
}
