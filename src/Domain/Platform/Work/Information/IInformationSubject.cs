using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Domain.Platform.Work.Information;

/// <summary>
/// A kind of record about which the plan asks its provider. A capability registers one; about other records only staff take answers down.
/// </summary>
public interface IInformationSubject
{
    /// <summary>As the work items name it, such as <c>Claim</c>.</summary>
    string SubjectType { get; }

    /// <summary>The permission to submit the record: who has it, and the record's account, reads and answers. Null: every portal user of the account.</summary>
    Permission? Answers { get; }

    /// <summary>The record's part when something was asked, inside the same save; null when it agrees.</summary>
    ValueTask<Refusal?> AskedAsync(InformationRequest request, CancellationToken ct) => default;

    /// <summary>The record's part when the question was answered or withdrawn, inside the same save; null when it agrees.</summary>
    /// <param name="item">The item, whose clock runs again: its due time is the new one.</param>
    ValueTask<Refusal?> ClosedAsync(InformationRequest request, WorkItem item, CancellationToken ct) => default;
}

internal static class InformationSubjects
{
    /// <summary>Whether the actor may read and answer what is asked about such a record of an own account.</summary>
    public static bool MayAnswer(this Actor actor, IInformationSubject subject) =>
        subject.Answers is { } permission ? actor.Has(permission) : actor is { Kind: ActorKind.PortalUser, TermsDue: null };
}
