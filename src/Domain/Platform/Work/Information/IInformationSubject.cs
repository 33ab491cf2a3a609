using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Domain.Platform.Work.Information;

/// <summary>
/// A kind of record about which the plan asks its provider. A capability registers one; about other records only staff take answers down.
/// </summary>
public interface IInformationSubject
{
    /// <summary>As the work items name it, such as <c>Claim</c>.</summary>
    string SubjectType { get; }

    /// <summary>The permission to submit the record: who has it, and the record's account, reads and answers.</summary>
    Permission Answers { get; }

    /// <summary>The record's part when something was asked, inside the same save; null when it agrees.</summary>
    ValueTask<Refusal?> AskedAsync(InformationRequest request, CancellationToken ct) => default;

    /// <summary>The record's part when the answer came, inside the same save; null when it agrees.</summary>
    ValueTask<Refusal?> AnsweredAsync(InformationRequest request, CancellationToken ct) => default;
}
