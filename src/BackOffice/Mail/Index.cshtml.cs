using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.BackOffice.Mail;

/// <summary>/staff/mail: what was mailed, what waits and what was given up.</summary>
[RequiresPermission(Permission.StaffJobs)]
public sealed class IndexModel(MailDesk desk) : StaffPage
{
    private IReadOnlyDictionary<MailState, int> _counts = new Dictionary<MailState, int>();

    [BindProperty(SupportsGet = true)]
    public MailState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public ListPage<MailStanding> List { get; private set; } = new([], 1, 25, 0);

    public int CountOf(MailState state) => _counts.GetValueOrDefault(state);

    public static Tone ToneOf(MailState state) => state switch
    {
        MailState.Queued => Tone.Amber,
        MailState.Sent => Tone.Green,
        MailState.Failed => Tone.Red,
    };

    /// <summary>The states in the words of the page's first line.</summary>
    public static string WordsOf(MailState state) => state switch
    {
        MailState.Queued => "Waiting",
        MailState.Sent => "Sent",
        MailState.Failed => "Given up",
    };

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostTryAgainAsync(long id, CancellationToken ct)
    {
        var tried = await desk.TryAgainAsync(id, ct);
        if (tried.Succeeded)
        {
            Toast = $"Mail {id} is tried again.";
            return RedirectToPage(new { state = State });
        }
        Refuse(tried.Refusals);
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        List = await desk.Of(State).PageAsync(PageNumber, 25, ct);
        _counts = await desk.CountsAsync(ct);
    }
}
