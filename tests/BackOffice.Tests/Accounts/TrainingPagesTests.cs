using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Domain.Accounts.Surveys;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Accounts;

[Collection(OneHost.Name)]
public sealed class TrainingPagesTests(BackOfficeHost host)
{
    [Fact, Requirement("ACC-15")]
    public async Task An_editor_writes_a_training_and_sees_who_is_missing()
    {
        using var edda = await host.SignedInAsync(StaffPlan.Editor);
        var form = await edda.GetAsync("/staff/content/trainings/edit");
        (await edda.SubmitAsync(form, "#save")).Texts("#refusals li").ShouldBe(["Title is required.", "Address is required.", "Year must be a year from 2015 to 2099, for example 2026."]);
        var saved = await edda.SubmitAsync(form, "#save", ("Form.Title", "Model of Care"), ("Form.Year", "2024"), ("Form.Url", "https://www.example.org/moc"), ("Form.RequiredForLobs", "Dual"));
        saved.Texts(".toast").ShouldBe(["Model of Care 2024 is saved."]);
        var row = saved.Document.QuerySelectorAll("#trainings tbody tr").Single(tr => tr.TextContent.Contains("Model of Care"));
        row.TextContent.ShouldContain("Dec 31, 2024");
        var edit = await edda.GetAsync(row.QuerySelector("th a")!.GetAttribute("href")!);
        edit.Document.QuerySelectorAll("#Form_RequiredForLobs input[checked]").Select(box => box.GetAttribute("value")).ShouldBe(["Dual"]);
        var report = await edda.GetAsync(row.QuerySelector("td a")!.GetAttribute("href")!);
        report.Text.ShouldContain("Overdue");
        report.Texts("#missing").ShouldBe(["0"]);
        var csv = await edda.RawAsync(new(HttpMethod.Get, $"/staff/reports/attestation?handler=Csv&training={row.GetAttribute("data-training")}"));
        csv.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        csv.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await csv.Content.ReadAsStringAsync()).ShouldStartWith("Provider,Provider ID,User,Name,E-mail,Training,Due\r\n");
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        (await ana.GetAsync("/staff/reports/attestation")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    [Fact, Requirement("ACC-16")]
    public async Task An_editor_writes_a_survey_row_by_row_and_reads_its_results()
    {
        using var edda = await host.SignedInAsync(StaffPlan.Editor);
        var form = await edda.GetAsync("/staff/content/surveys/edit");
        (await edda.SubmitAsync(form, "#save")).Texts("#refusals li").ShouldBe(["Title is required.", "First day is required.", "Last day is required."]);
        var days = new[] { ("Form.Title", "Portal"), ("Form.OpensOn", "2025-11-01"), ("Form.ClosesOn", "2025-12-31") };
        // The first row stays empty: the fault stands beside the second.
        var faulty = await edda.SubmitAsync(form, "#save", [.. days, ("Form.Questions[1].Text", "Which?"), ("Form.Questions[1].Kind", "Choice"), ("Form.Questions[1].Options", "One")]);
        faulty.Document.QuerySelector("#Form_Questions_1__Options")!.GetAttribute("aria-invalid").ShouldBe("true");
        var saved = await edda.SubmitAsync(faulty, "#save", ("Form.Questions[1].Options", "One\r\nTwo"), ("Form.Questions[2].Text", "How easy?"), ("Form.Questions[2].Required", "true"));
        saved.Texts(".toast").ShouldBe(["Portal is saved."]);
        var id = long.Parse(saved.Document.QuerySelectorAll("#surveys tbody tr").Single(tr => tr.TextContent.Contains("Portal")).GetAttribute("data-survey")!);
        await AnswerAsync(id);

        var results = await edda.GetAsync($"/staff/reports/survey?survey={id}");
        results.Texts("#responses").ShouldBe(["1"]);
        results.Text.ShouldContain("1 answered, 4.00 on average");
        results.Texts("tbody tr").ShouldContain("Two1100 %");
        var csv = await edda.RawAsync(new(HttpMethod.Get, $"/staff/reports/survey?handler=Csv&survey={id}"));
        (await csv.Content.ReadAsStringAsync()).ShouldBe("Response,Answered on,Which?,How easy?\r\n1,2025-12-01,Two,4\r\n");
        var edit = await edda.GetAsync($"/staff/content/surveys/edit/{id}");
        (await edda.SubmitAsync(edit, "#save", ("Form.Questions[0].Text", "Which one?"))).Texts("#refusals li").Single().ShouldContain("1 users answered");
    }

    private async Task AnswerAsync(long surveyId)
    {
        await using var system = host.Scope(Actor.System("test"));
        var user = (await system.ServiceProvider.GetRequiredService<UserDesk>().CreateAsync(
            new("sam.answers", StaffPlan.Password, "sam@example.org", "Sam", UserKind.Portal, EmailVerified: true, IsDemo: true), default)).Value!;
        await using var scope = host.Scope(new Actor { Kind = ActorKind.PortalUser, UserId = user.Id, Name = "sam", Market = Market.OH });
        var survey = (await scope.ServiceProvider.GetRequiredService<SurveyReads>().FindAsync(surveyId, default)).Value!.Survey;
        survey.State.ShouldBe(ContentState.Published);
        (await scope.ServiceProvider.GetRequiredService<SurveyDesk>().SubmitAsync(surveyId, [new(survey.Questions[0].Id, "Two"), new(survey.Questions[1].Id, "4")], default)).Succeeded.ShouldBeTrue();
    }
}
