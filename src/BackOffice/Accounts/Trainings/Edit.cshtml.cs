using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Trainings;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Trainings;

/// <summary>Writes a training (ACC-15).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class EditModel(TrainingReads reads, TrainingDesk desk) : EditPage<Training, TrainingForm>
{
    protected override Task<Training?> FindAsync(long id, CancellationToken ct) => reads.FindAsync(id, ct);
    protected override TrainingForm FormOf(Training training) => TrainingForm.Of(training);
    protected override Task<Outcome<Training>> SaveAsync(CancellationToken ct) => desk.SaveAsync(Id, Form.Version, Form.ToDraft(), ct);
    protected override IActionResult Done(Training saved) => Leave($"{saved.Title} {saved.Year} is saved.", "/Accounts/Trainings/Index");
}
