using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Confirmation;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Calendars;

namespace Portal.Graph.BackOffice.Calendars;

/// <summary>/staff/holidays: the days on which a market does no business (PLT-10).</summary>
[RequiresPermission(Permission.StaffPolicyEdit, Permission.StaffSupervise)]
[Confirms("Remove", "Take {name} out of the calendar?", "Take it out", Consequence = "Deadlines in business days count that day from now on.")]
public sealed class HolidaysModel(HolidayReads reads, HolidayDesk desk, ActorScope scope, TimeProvider clock) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "market")]
    public Market Market { get; set; } = Market.OH;

    [BindProperty(SupportsGet = true, Name = "year")]
    public int Year { get; set; }

    [BindProperty]
    public HolidayForm Form { get; set; } = new();

    public IReadOnlyList<Holiday> Days { get; private set; } = [];
    public bool MayEdit => scope.Actor.Has(Permission.StaffPolicyEdit);

    public IEnumerable<SelectListItem> Markets => Enum.GetValues<Market>().Select(market => new SelectListItem(market.StateName(), market.ToString()));

    public IEnumerable<SelectListItem> YearChoices
    {
        get
        {
            var now = clock.Today(Market).Year;
            return Enumerable.Range(now - 5, 16).Append(Year).Distinct().Order().Select(year => new SelectListItem($"{year}", $"{year}"));
        }
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        if (Form.Date is not { } date)
        {
            if (ModelState["Form.Date"]?.Errors is not { Count: > 0 }) Fault("Form.Date", "Date is required.");
            return await AgainAsync(ct);
        }
        var added = await desk.AddAsync(Market, date, Form.Name ?? "", ct);
        if (!added.Succeeded)
        {
            Refuse(added.Refusals);
            return await AgainAsync(ct);
        }
        Toast = $"{added.Value.Name} is in the calendar of {Market.StateName()}.";
        return RedirectToPage(new { market = Market, year = date.Year });
    }

    public async Task<IActionResult> OnPostRemoveAsync(long id, CancellationToken ct)
    {
        var removed = await desk.RemoveAsync(id, ct);
        if (!removed.Succeeded)
        {
            Refuse(removed.Refusals);
            return await AgainAsync(ct);
        }
        Toast = $"{removed.Value.Name} is taken out of the calendar of {removed.Value.Market.StateName()}.";
        return RedirectToPage(new { market = removed.Value.Market, year = removed.Value.Date.Year });
    }

    private async Task<IActionResult> AgainAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        if (!Enum.IsDefined(Market)) Market = Market.OH;
        if (Year < HolidayDesk.Years.First || Year > HolidayDesk.Years.Last) Year = clock.Today(Market).Year;
        Days = await reads.OfAsync(Market, Year, ct);
    }
}

/// <summary>A day to add.</summary>
public sealed class HolidayForm
{
    public DateOnly? Date { get; set; }
    public string? Name { get; set; }
}
