using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Graph.BackOffice.Shared.Access;

namespace Portal.Graph.BackOffice.Shared.Problems;

/// <summary>What went wrong, in the layout of the house. A fault shows its correlation id and nothing else (PLT-14, PLT-17).</summary>
[OpenToEveryone, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class ProblemModel : PageModel
{
    /// <summary>Under which a page leaves the sentence that explains a 409.</summary>
    internal const string ReasonItem = "staff.reason";

    public int Code { get; private set; }
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string? CorrelationId { get; private set; }

    public void OnGet(int code) => Describe(code);
    public void OnPost(int code) => Describe(code);

    private void Describe(int code)
    {
        (Code, Title, Text) = code switch
        {
            400 => (400, "This form is no longer valid", "It was open for too long or came from somewhere else. Nothing was saved. Go back, reload the page and send it again."),
            403 => (403, "You may not open this page", Missing()),
            404 => (404, "There is no such page or record", "Check the number, or search for the record. A record outside your permissions looks the same as one that does not exist."),
            409 => (409, "It cannot be done as things stand", HttpContext.Items[ReasonItem] as string ?? "Nothing was saved. Reload the page and look again."),
            503 => (503, "Changes are closed for maintenance", HttpContext.Items[StaffGate.MaintenanceItem] as string ?? "Try again later. Nothing was saved."),
            >= 500 => (500, "Something went wrong on our side", "Nothing was saved. Try again; if it happens again, tell support."),
            _ => (code, "The request could not be answered", "Nothing was saved. Go back and try again."),
        };
        if (Code == 500) CorrelationId = HttpContext.TraceIdentifier;
        Response.StatusCode = Code;
    }

    private string Missing() => HttpContext.Items[StaffGate.MissingPermissionItem] is string permission
        ? $"The permission {permission} is missing. Ask your supervisor to have it granted."
        : "A permission is missing. Ask your supervisor to have it granted.";
}
