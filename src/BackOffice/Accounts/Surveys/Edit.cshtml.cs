using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Accounts.Surveys;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Accounts.Surveys;

/// <summary>Writes a survey with its questions (ACC-16).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class EditModel(SurveyReads reads, SurveyDesk desk) : EditPage<Survey, SurveyForm>
{
    protected override Task<Survey?> FindAsync(long id, CancellationToken ct) => reads.EditedAsync(id, ct);
    protected override SurveyForm FormOf(Survey survey) => SurveyForm.Of(survey);
    protected override void Complete() => Form.WithSpareRows();
    protected override Task<Outcome<Survey>> SaveAsync(CancellationToken ct) => desk.SaveAsync(Id, Form.Version, Form.ToDraft(), ct);
    protected override IActionResult Done(Survey saved) => Leave($"{saved.Title} is saved.", "/Accounts/Surveys/Index");

    protected override void Check()
    {
        Require(Form.Title, "Form.Title", "Title");
        Require(Form.OpensOn, "Form.OpensOn", "First day");
        Require(Form.ClosesOn, "Form.ClosesOn", "Last day");
    }

    // Rows without a question were left out: the fault belongs to the row as the page has it.
    protected override Refusal OnThePage(Refusal refusal) => refusal.Path is { } path && path[0] == "questions"
        ? refusal with { Path = path.Count == 1 ? ["questions", "0", "text"] : ["questions", $"{Form.Filled[int.Parse(path[1], CultureInfo.InvariantCulture)]}", .. path.Skip(2)] }
        : refusal;
}
