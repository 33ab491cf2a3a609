using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Confirmation;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Jobs;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.BackOffice.Jobs;

/// <summary>/staff/jobs: what is done by the clock, what came of it, and the work that was given up (PLT-20, PLT-21).</summary>
[RequiresPermission(Permission.StaffJobs)]
[Confirms("Discard", "Discard task {id}?", "Discard", Consequence = "What it was to do is never done.")]
public sealed class IndexModel(JobDesk jobs, OutboxTaskDesk tasks) : StaffPage
{
    /// <summary>A word of its own: links to other pages of a list keep no empty choice.</summary>
    public const string Any = "Any";

    private IReadOnlyDictionary<OutboxTaskState, int> _counts = new Dictionary<OutboxTaskState, int>();

    [BindProperty(SupportsGet = true)]
    public string? Job { get; set; }

    /// <summary>A state by its name, or <see cref="Any"/>; a bare address shows what was given up.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; } = nameof(OutboxTaskState.Dead);

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "t")]
    public int TaskPage { get; set; } = 1;

    public IReadOnlyList<JobStanding> Standings { get; private set; } = [];
    public ListPage<JobRun> Runs { get; private set; } = new([], 1, 25, 0);
    public ListPage<OutboxTask> Tasks { get; private set; } = new([], 1, 25, 0);

    public int CountOf(OutboxTaskState state) => _counts.GetValueOrDefault(state);

    public static Tone ToneOf(JobRunState state) => state switch
    {
        JobRunState.Running => Tone.Amber,
        JobRunState.Succeeded => Tone.Green,
        JobRunState.Failed or JobRunState.Lost => Tone.Red,
    };

    public static Tone ToneOf(OutboxTaskState state) => state switch
    {
        OutboxTaskState.Waiting => Tone.Amber,
        OutboxTaskState.Done => Tone.Green,
        OutboxTaskState.Dead => Tone.Red,
        OutboxTaskState.Discarded => Tone.Neutral,
    };

    /// <summary>The states in the words of the page's first line.</summary>
    public static string WordsOf(OutboxTaskState state) => state switch
    {
        OutboxTaskState.Waiting => "Waiting",
        OutboxTaskState.Done => "Done",
        OutboxTaskState.Dead => "Given up",
        OutboxTaskState.Discarded => "Discarded",
    };

    public static string Counts(JobRun run) => run.Counts.Count == 0 ? "–" : string.Join(", ", run.Counts.Select(c => $"{c.Key} {c.Value}"));

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostRunNowAsync(string job, CancellationToken ct) =>
        await DoneAsync((await jobs.RunNowAsync(job, ct)).Map(j => $"{j.Title}: begins at once."), ct);

    public async Task<IActionResult> OnPostTryAgainAsync(long id, CancellationToken ct) =>
        await DoneAsync((await tasks.TryAgainAsync(id, ct)).Map(t => $"Task {t.Id} is tried again."), ct);

    public async Task<IActionResult> OnPostDiscardAsync(long id, CancellationToken ct) =>
        await DoneAsync((await tasks.DiscardAsync(id, ct)).Map(t => $"Task {t.Id} is discarded."), ct);

    private async Task<IActionResult> DoneAsync(Outcome<string> outcome, CancellationToken ct)
    {
        if (outcome.Succeeded)
        {
            Toast = outcome.Value;
            return RedirectToPage(new { state = State });
        }
        Refuse(outcome.Refusals);
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Standings = await jobs.StandingsAsync(ct);
        Runs = await jobs.Runs(Job).PageAsync(PageNumber, 25, ct);
        Tasks = await tasks.Of(Enum.TryParse<OutboxTaskState>(State, out var state) && Enum.IsDefined(state) ? state : null).PageAsync(TaskPage, 25, ct);
        _counts = await tasks.CountsAsync(ct);
    }
}
