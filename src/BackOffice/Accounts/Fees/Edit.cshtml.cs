using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Fees;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Fees;

/// <summary>Writes a fee schedule without its prices (ACC-18).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class EditModel(FeeReads reads, FeeDesk desk) : EditPage<FeeSchedule, FeeForm>
{
    protected override Task<FeeSchedule?> FindAsync(long id, CancellationToken ct) => reads.EditedAsync(id, ct);
    protected override FeeForm FormOf(FeeSchedule schedule) => FeeForm.Of(schedule);
    protected override Task<Outcome<FeeSchedule>> SaveAsync(CancellationToken ct) => desk.SaveAsync(Id, Form.Version, Form.ToDraft(), ct);
    protected override IActionResult Done(FeeSchedule saved) => Leave($"{saved.Name} is saved.", "/Accounts/Fees/Schedule", new { id = saved.Id });
}
