using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Calendars;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.Domain.Accounts.Grievances;

/// <summary>ACC-22: any portal user of an account files a grievance.</summary>
public sealed class GrievanceDesk(
    PortalDb db, MemberReads members, FileClaims files, NumberSeries numbers, WorkIntake intake, MarketPolicies policies, HolidayCalendar holidays,
    Idempotency idempotency, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    public const string Queue = "Q-GRIEVANCE", Filed = "grievance.filed";
    private const string Operation = "fileGrievance";

    public async Task<Outcome<Grievance>> FileAsync(GrievanceForm form, string clientRequestId, CancellationToken ct)
    {
        if (scope.Actor is not { Kind: ActorKind.PortalUser, UserId: { } userId, Market: { } market, DefaultAccountId: { } accountId })
            return scope.Actor.IsSignedIn ? new Forbidden("portal user") : new NotSignedIn();
        if (GrievancePolicy.Faults(form) is { Count: > 0 } faults) return faults;
        if (form.MemberId is { } member && await members.FindAsync(member, ct) is null) return new NotFound("member") { Path = ["memberId"] };
        await using var write = await db.BeginWriteAsync(ct);
        if (await idempotency.FindAsync(Operation, clientRequestId, form, ct) is { } hit)
            return hit.Mismatch ? new IdempotencyMismatch() : await db.Set<Grievance>().AsNoTracking().Include(g => g.Files).SingleAsync(g => g.Id == hit.ResultId, ct);
        var taken = await files.ClaimAsync(form.FileIds, GrievanceFiles.SubjectKind, ct);
        if (!taken.Succeeded) return Outcome<Grievance>.Refused(taken.Refusals);

        var now = clock.GetUtcNow();
        var grievance = new Grievance
        {
            Number = await numbers.NextAsync("G", now.DateIn(market), ct), Market = market, AccountId = accountId, FiledById = userId, Category = form.Category,
            Narrative = form.Narrative.Trim(), MemberId = form.MemberId, FiledAt = now, AckDueAt = await AckDueAsync(now, market, ct),
            DueAt = await intake.DueAsync(WorkQueue.ByKey(Queue), now, market, null, ct),
        }.With(form.FileIds);
        db.Add(grievance);
        await intake.OpenAsync(Queue, grievance, new(market, GrievancePolicy.Words(form.Category), grievance.Number, AccountId: accountId, ReceivedAt: now), ct);
        audit.Changed(Filed, grievance, grievance.MemberId, after: new { grievance.Number, grievance.Category, grievance.AccountId, form.FileIds });
        idempotency.Remember(Operation, clientRequestId, form, grievance);
        await write.CommitAsync(ct);
        return grievance;
    }

    // ACC-22: acknowledged in 5 business days.
    private async Task<DateTimeOffset> AckDueAsync(DateTimeOffset received, Market market, CancellationToken ct)
    {
        var days = await policies.IntAsync("grievance.ackBusinessDays", new(market), received.DateIn(market), ct);
        return WorkClockPolicy.Due(received, days.Value, SlaUnit.BusinessDays, market, await holidays.OfAsync(market, ct));
    }
}

/// <summary>Files of a grievance are for the account that sent them and for those who answer it.</summary>
internal sealed class GrievanceFiles(PortalDb db, ActorScope scope) : IFileSubject
{
    public const string SubjectKind = nameof(Grievance);

    public string Kind => SubjectKind;

    public async ValueTask<FileGrant?> GrantAsync(StoredFile file, CancellationToken ct)
    {
        var found = await db.Set<Grievance>().AsNoTracking().Where(g => g.Files.Any(f => f.FileId == file.Id)).Select(g => new { g.AccountId, g.MemberId }).SingleOrDefaultAsync(ct);
        if (found is null) return null;
        var actor = scope.Actor;
        var allowed = actor.IsStaff ? actor.Has(Permission.StaffAppealsWork) : actor.AccountIds.Contains(found.AccountId);
        return allowed ? new FileGrant(found.MemberId) : null;
    }
}
