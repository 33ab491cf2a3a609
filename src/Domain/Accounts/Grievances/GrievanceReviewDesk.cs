using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.Domain.Accounts.Grievances;

/// <summary>What the plan does with a grievance.</summary>
public enum GrievanceDecision
{
    /// <summary>Tell the provider that the plan has it and looks into it.</summary>
    Acknowledge,

    /// <summary>Answer it; the work item is done.</summary>
    Resolve,

    /// <summary>Close it after the answer.</summary>
    Close,
}

/// <summary>ACC-22, the queue Q-GRIEVANCE: who has the item in hand acknowledges the grievance and answers it.</summary>
public sealed class GrievanceReviewDesk(PortalDb db, WorkDesk work, Submitters submitters, LetterBox letters, MailDesk mail, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    /// <param name="version">The version that was read.</param>
    /// <param name="reason">The answer that the provider gets; needed to resolve.</param>
    public async Task<Outcome<Grievance>> DecideAsync(long id, int version, GrievanceDecision decision, string? reason, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffAppealsWork) is { } lacks) return lacks;
        if (decision is GrievanceDecision.Resolve && GrievancePolicy.AnswerFaults(reason) is { Count: > 0 } faults) return faults;
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"grievance:{id}", ct);
        if (await db.Set<Grievance>().Include(g => g.Files).SingleOrDefaultAsync(g => g.Id == id, ct) is not { } grievance) return new NotFound("grievance");
        if (version != grievance.Version) return new ConcurrentChange("grievance");
        var before = grievance.State;
        if (await ApplyAsync(grievance, decision, reason ?? "", ct) is { } refusal) return refusal;
        audit.Changed($"grievance.{Verb(decision)}", grievance, grievance.MemberId, before: new { State = before }, after: new { grievance.State });
        await write.CommitAsync(ct);
        return grievance;
    }

    private async Task<Refusal?> ApplyAsync(Grievance grievance, GrievanceDecision decision, string reason, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // The answer is given already: nobody need have an item in hand to close.
        if (decision is GrievanceDecision.Close) return grievance.Close();
        var held = await HeldAsync(grievance, ct);
        if (!held.Succeeded) return held.Refusals[0];
        // E: nobody decides own submission.
        if (SeparationPolicy.Refuse(scope.Actor.UserId ?? 0, await submitters.OfAsync(nameof(Grievance), grievance.Id, GrievanceDesk.Filed, ct), []) is { } conflict) return conflict;
        if ((decision is GrievanceDecision.Acknowledge ? grievance.Acknowledge(now) : grievance.Resolve(reason, now)) is { } refusal) return refusal;
        await WriteAsync(grievance, decision, ct);
        await TellAsync(grievance, decision is GrievanceDecision.Acknowledge ? MailTemplates.GrievanceAcknowledged : MailTemplates.GrievanceResolved, ct);
        return decision is GrievanceDecision.Resolve ? await work.CompleteAsync(held.Value, ct) : null;
    }

    private async Task<Outcome<WorkItem>> HeldAsync(Grievance grievance, CancellationToken ct)
    {
        var item = await db.Set<WorkItem>().Where(i => i.Queue == GrievanceDesk.Queue && i.SubjectType == nameof(Grievance) && i.SubjectId == grievance.Id)
            .OrderByDescending(i => i.Id).Select(i => i.Id).FirstOrDefaultAsync(ct);
        return await work.HeldAsync(item, ct);
    }

    // ACC-22: L-GRIEV-ACK, L-GRIEV-RESOLUTION.
    private async Task WriteAsync(Grievance grievance, GrievanceDecision decision, CancellationToken ct)
    {
        var values = new LetterValues().Set("category", GrievancePolicy.Words(grievance.Category)).Set("filedAt", grievance.FiledAt);
        var (kind, filled) = decision is GrievanceDecision.Acknowledge
            ? (LetterKinds.GrievanceAck, values.Set("dueAt", grievance.DueAt))
            : (LetterKinds.GrievanceResolution, values.Set("answer", grievance.Resolution));
        await letters.AddAsync(new(kind, grievance, grievance.AccountId, filled) { Market = grievance.Market, SubjectNumber = grievance.Number, MemberId = grievance.MemberId }, ct);
    }

    private async Task TellAsync(Grievance grievance, MailTemplate template, CancellationToken ct)
    {
        var user = await db.Set<User>().AsNoTracking().SingleAsync(u => u.Id == grievance.FiledById, ct);
        var account = await db.Set<ProviderAccount>().AsNoTracking().SingleAsync(a => a.Id == grievance.AccountId, ct);
        if (user.Email is { Length: > 0 } address)
            mail.Queue(template, address, user.DisplayName, new Dictionary<string, string>
            {
                [MailFields.Name] = user.DisplayName, [MailFields.Username] = user.UserName!, [MailFields.Practice] = account.Name,
            });
    }

    private static string Verb(GrievanceDecision decision) => decision switch
    {
        GrievanceDecision.Acknowledge => "acknowledged",
        GrievanceDecision.Resolve => "resolved",
        GrievanceDecision.Close => "closed",
    };
}
