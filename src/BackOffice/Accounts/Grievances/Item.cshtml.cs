using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Platform.Work;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.Domain.Accounts.Grievances;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Accounts.Grievances;

/// <summary>The answer to a grievance.</summary>
public sealed class GrievanceAnswerForm
{
    public int Version { get; set; }
    public string? Reason { get; set; }
}

/// <summary>/staff/grievances/{id}: one grievance of the queue Q-GRIEVANCE; acknowledged, answered and closed here (ACC-22).</summary>
[RequiresPermission(Permission.StaffAppealsWork)]
public sealed class ItemModel(ItemDesks desks, GrievanceReads grievances, MemberReads members, GrievanceReviewDesk desk, TimeProvider clock) : WorkItemPage(desks)
{
    [BindProperty]
    public GrievanceAnswerForm Form { get; set; } = new();

    public Grievance Grievance { get; private set; } = null!;
    public IReadOnlyList<StoredFile> Files { get; private set; } = [];
    public Member? Member { get; private set; }

    /// <summary>How it stands against the time to acknowledge it; null once that is done.</summary>
    public DueClock? AckClock => Grievance.AcknowledgedAt is null ? DueClock.Of(Grievance.FiledAt, Grievance.AckDueAt, clock.GetUtcNow()) : null;

    public override bool ClosesByHand => false;

    public static Tone ToneOf(GrievanceState state) => state switch
    {
        GrievanceState.Submitted => Tone.Amber,
        GrievanceState.Acknowledged => Tone.Blue,
        GrievanceState.Resolved => Tone.Green,
        GrievanceState.Closed => Tone.Neutral,
    };

    public Task<IActionResult> OnPostAcknowledgeAsync(long id, CancellationToken ct) => DecideAsync(id, GrievanceDecision.Acknowledge, "The provider is told that the plan has it.", ct);

    public Task<IActionResult> OnPostResolveAsync(long id, CancellationToken ct) => DecideAsync(id, GrievanceDecision.Resolve, "The grievance is answered.", ct);

    public Task<IActionResult> OnPostCloseAsync(long id, CancellationToken ct) => DecideAsync(id, GrievanceDecision.Close, "The grievance is closed.", ct);

    protected override bool Serves(WorkItem item) => item.Queue == GrievanceDesk.Queue;

    protected override async Task<bool> ReadAsync(CancellationToken ct)
    {
        if (await grievances.FindAsync(Item.SubjectId, ct) is not { } grievance) return false;
        Grievance = grievance;
        Files = (await grievances.FilesAsync([grievance.Id], ct)).GetValueOrDefault(grievance.Id, []);
        Member = grievance.MemberId is { } member ? await members.FindAsync(member, ct) : null;
        return true;
    }

    private async Task<IActionResult> DecideAsync(long id, GrievanceDecision decision, string toast, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        var decided = await desk.DecideAsync(Grievance.Id, Form.Version, decision, Form.Reason, ct);
        return await DoneAsync(id, decided.Map(_ => Item), toast, "Form", ct);
    }
}
