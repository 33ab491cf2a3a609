using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Work.Information;

/// <summary>An answer as a provider sends it.</summary>
/// <param name="SubjectNumber">The number of the record that the question is about.</param>
/// <param name="Text">At most 4,000 characters; may be left out when there are files.</param>
/// <param name="FileIds">Files that the sender uploaded.</param>
/// <param name="ClientRequestId">The sender's own key of this request.</param>
public sealed record InformationAnswer(string SubjectNumber, string? Text, IReadOnlyList<long> FileIds, string ClientRequestId);

/// <summary>A provider answers what the plan asked: the item goes on in the same save.</summary>
public sealed class InformationAnswerDesk(
    PortalDb db, WorkSteps steps, InformationReads reads, FileClaims files, Idempotency idempotency, IEnumerable<IInformationSubject> subjects, AuditLog audit,
    ActorScope scope, TimeProvider clock)
{
    private const string Operation = "answerInformationRequest";

    public async Task<Outcome<InformationRequest>> AnswerAsync(InformationAnswer answer, CancellationToken ct)
    {
        if (!scope.Actor.IsSignedIn) return new NotSignedIn();
        if (Faults(answer) is { } fault) return fault;
        await using var write = await db.BeginWriteAsync(ct);
        if (await idempotency.FindAsync(Operation, answer.ClientRequestId, answer, ct) is { } hit)
            return hit.Mismatch ? new IdempotencyMismatch() : await db.Set<InformationRequest>().AsNoTracking().Include(r => r.Files).SingleAsync(r => r.Id == hit.ResultId, ct);

        // About one record several queues may ask: what is due first is answered first.
        var request = await reads.OfProvider().Where(r => r.SubjectNumber == answer.SubjectNumber)
            .OrderBy(r => r.State == InformationState.Open ? 0 : 1).ThenBy(r => r.DueAt).ThenBy(r => r.Id).FirstOrDefaultAsync(ct);
        if (request is null) return new NotFound("information request") { Path = ["subjectNumber"] };
        var now = clock.GetUtcNow();
        var me = new Worker(scope.Actor.UserId ?? 0, scope.Actor.Name);
        if (request.Reply(Given(answer.Text), answer.FileIds, me, now) is { } answered) return answered;
        var taken = await files.ClaimAsync(answer.FileIds, InformationFiles.SubjectKind, ct);
        if (!taken.Succeeded) return Outcome<InformationRequest>.Refused(taken.Refusals);

        var item = await db.Set<WorkItem>().SingleAsync(i => i.Id == request.WorkItemId, ct);
        if (await steps.GoOnAsync(item, WorkStep.InformationCame, me, now, ct) is { } refusal) return refusal;
        if (await subjects.First(s => s.SubjectType == request.SubjectType).ClosedAsync(request, item, ct) is { } disagrees) return disagrees;
        audit.Changed("information.answered", request, after: new { request.State, answer.FileIds });
        audit.Changed("work.informationCame", item, after: WorkSteps.Said(item));
        idempotency.Remember(Operation, answer.ClientRequestId, answer, request);
        try
        {
            await write.CommitAsync(ct);
            return request;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ConcurrentChange("information request");
        }
    }

    private static Refusal? Faults(InformationAnswer answer) => Given(answer.Text) switch
    {
        null when answer.FileIds.Count == 0 => new RequiredFieldMissing("Answer") { Path = ["text"] },
        { Length: > InformationRequest.TextLength } =>
            new InvalidFormat("Answer", $"at most {InformationRequest.TextLength} characters", "a shorter text") { Path = ["text"] },
        _ => null,
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
