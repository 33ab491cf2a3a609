using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.BackOffice.Policies;

/// <summary>/staff/policies: the market policy table, and which of its rows applies to whom and when (PLT-02).</summary>
[RequiresPermission(Permission.StaffPolicyEdit, Permission.StaffSupervise)]
public sealed class IndexModel(PolicyReads reads, ActorScope scope, TimeProvider clock) : StaffPage
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public PolicyFilterForm Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public PolicyPreviewForm Preview { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public ListPage<PolicySetting> List { get; private set; } = new([], 1, PageSize, 0);
    public EffectivePolicy? Effective { get; private set; }
    public bool MayEdit => scope.Actor.Has(Permission.StaffPolicyEdit);

    public async Task OnGetAsync(CancellationToken ct)
    {
        List = await reads.Settings(Filter.ToFilter()).PageAsync(PageNumber, PageSize, ct);
        if (string.IsNullOrEmpty(Preview.Key)) return;
        Preview.On ??= Preview.Market is { } market ? clock.Today(market) : DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var program = string.IsNullOrWhiteSpace(Preview.Program) ? null : Preview.Program.Trim();
        var effective = await reads.EffectiveAsync(Preview.Key, new(Preview.Market, Preview.Lob, program), Preview.On.Value, ct);
        if (effective.Succeeded) Effective = effective.Value;
        else Refuse(effective.Refusals, nameof(Preview));
    }
}
