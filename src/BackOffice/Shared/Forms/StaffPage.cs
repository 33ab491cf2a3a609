using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.BackOffice.Shared.Forms;

/// <summary>What every page of the back office can do: show refusals beside their fields and leave a message for the next page.</summary>
public abstract class StaffPage : PageModel
{
    /// <summary>Shown once, on the page after the redirect.</summary>
    [TempData]
    public string? Toast { get; set; }

    /// <summary>The refusals of this request; their other paths are shown below the summary.</summary>
    public List<Refusal> Refusals { get; } = [];

    /// <summary>The faulty fields in the order in which the page has them; the summary keeps it.</summary>
    internal List<string> FaultyFields { get; } = [];

    /// <summary>Puts each refusal beside its field; one without a field stands in the summary only.</summary>
    /// <param name="refusals">What the desk answered.</param>
    /// <param name="form">The name of the bound form property that the paths start from.</param>
    protected void Refuse(IEnumerable<Refusal> refusals, string form = "Form")
    {
        foreach (var refusal in refusals)
        {
            Refusals.Add(refusal);
            Fault(refusal.Path is { Count: > 0 } path ? FieldPath.ToFormKey(path, form) : "", refusal.Message);
        }
    }

    /// <summary>Faults an empty field, unless it holds something that could not be read.</summary>
    protected void Require(object? value, string field, string label)
    {
        if (value is null or "" && ModelState[field]?.Errors is not { Count: > 0 }) Fault(field, $"{label} is required.");
    }

    /// <summary>A fault of the form itself.</summary>
    protected void Fault(string field, string message)
    {
        FaultyFields.Add(field);
        ModelState.AddModelError(field, message);
    }
}
