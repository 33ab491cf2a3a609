namespace Portal.Graph.Domain.Platform.Files;

/// <summary>Leave to open a file.</summary>
/// <param name="MemberId">Whose health data it holds, for the audit trail; null when nobody's.</param>
/// <param name="AvailableAt">Before this nobody outside the plan opens it (ATT-11); null for at once.</param>
public sealed record FileGrant(long? MemberId, DateTimeOffset? AvailableAt = null);

/// <summary>
/// Decides for a kind of record who may open the files that it took. A capability registers one and keeps the row that leads from the
/// file to its record.
/// </summary>
public interface IFileSubject
{
    /// <summary>As given to <see cref="FileClaims.ClaimAsync"/>.</summary>
    string Kind { get; }

    /// <summary>The leave for the request's actor; null looks as if the file were not there.</summary>
    ValueTask<FileGrant?> GrantAsync(StoredFile file, CancellationToken ct);
}
