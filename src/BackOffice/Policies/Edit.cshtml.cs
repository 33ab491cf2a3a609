using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Policies;

namespace Portal.Graph.BackOffice.Policies;

/// <summary>Writes a draft: a new one, one that changes an approved row from a day on, or a draft anew (PLT-02).</summary>
[RequiresPermission(Permission.StaffPolicyEdit)]
public sealed class EditModel(PolicyReads reads, PolicyDesk desk) : EditPage<PolicySetting, PolicySettingForm>
{
    public PolicyKey? Definition => PolicyCatalogue.Find(Form.Key ?? "");

    protected override Task<PolicySetting?> FindAsync(long id, CancellationToken ct) => reads.FindAsync(id, ct);
    protected override PolicySettingForm FormOf(PolicySetting row) => PolicySettingForm.Of(row);

    // The new row stands for the same people; its first day and its source are its own.
    protected override void Detach() => (Form.From, Form.Source, Form.Version) = (null, null, null);

    protected override void Check()
    {
        Require(Form.Key, "Form.Key", "Key");
        Require(Form.From, "Form.From", "First day");
    }

    protected override Task<Outcome<PolicySetting>> SaveAsync(CancellationToken ct) => desk.SaveAsync(Form.ToDraft(), Id, Form.Version, ct);

    protected override IActionResult Done(PolicySetting saved) =>
        Leave($"Row {saved.Id} is saved as a draft. A second person approves it.", "/Policies/Row", new { id = saved.Id });
}
