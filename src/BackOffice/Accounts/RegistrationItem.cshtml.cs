using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Platform.Work;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Accounts;

/// <summary>One Provider ID that was tried in vain: its tries, and what support decides about it (ACC-01).</summary>
[RequiresPermission(Permission.StaffSupport)]
public sealed class RegistrationItemModel(ItemDesks desks, RegistrationReviewDesk desk) : WorkItemPage(desks)
{
    [BindProperty]
    public RegistrationForm Form { get; set; } = new();

    public IReadOnlyList<Registration> Tries { get; private set; } = [];
    public override bool ClosesByHand => false;

    public static Tone ToneOf(Registration row) => row.ForgivenAt is not null ? Tone.Neutral : row.Outcome switch
    {
        RegistrationOutcome.Matched => Tone.Green,
        RegistrationOutcome.NoMatch => Tone.Amber,
        RegistrationOutcome.Locked => Tone.Red,
    };

    public async Task<IActionResult> OnPostDecideAsync(long id, CancellationToken ct)
    {
        if (Form.Decision is { } decision) return await DoneAsync(id, await desk.DecideAsync(id, decision, Form.Reason, ct), "The item is done.", "Form", ct);
        return await DoneAsync(id, new RequiredFieldMissing("What was done") { Path = ["decision"] }, "", "Form", ct);
    }

    protected override bool Serves(WorkItem item) => item is { Queue: RegistrationWork.Queue, SubjectNumber: not null };

    protected override async Task<bool> ReadAsync(CancellationToken ct)
    {
        Tries = await desk.TriesAsync(Item.SubjectNumber!, ct);
        return true;
    }
}

public sealed class RegistrationForm
{
    public RegistrationDecision? Decision { get; set; }
    public string? Reason { get; set; }
}
