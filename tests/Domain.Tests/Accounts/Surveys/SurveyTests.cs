using System.Text;
using Portal.Graph.Domain.Accounts.Surveys;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Surveys;

[Requirement("ACC-16")]
public sealed class SurveyTests
{
    private static readonly Actor Editor = new() { Kind = ActorKind.Staff, UserId = 1, Name = "editor", Permissions = [Permission.StaffContentEdit] };
    private static readonly QuestionDraft Scale = new(QuestionKind.Scale, "How easy?", [], true);
    private static readonly SurveyDraft Draft = new("The portal", null, new(2025, 11, 1), new(2025, 12, 31), [], ContentState.Published,
        [Scale, new(QuestionKind.Choice, "Which?", ["Claims", "Reports"], false), new(QuestionKind.Text, "What else?", [], false)]);

    [Fact]
    public void A_survey_s_faults_are_told_beside_their_fields()
    {
        SurveyPolicy.Faults(Draft).ShouldBeEmpty();
        SurveyPolicy.Faults(Draft with { Title = "", ClosesOn = new(2025, 10, 31), Questions = [] }).Select(f => f.Path![0]).ShouldBe(["title", "closesOn", "questions"]);
        string[] PathOf(QuestionDraft question) => [.. SurveyPolicy.Faults(Draft with { Questions = [Scale, question] }).ShouldHaveSingleItem().Path!];
        PathOf(Scale with { Text = " " }).ShouldBe(["questions", "1", "text"]);
        PathOf(new(QuestionKind.Choice, "Which?", ["Yes"], false)).ShouldBe(["questions", "1", "options"]);
        PathOf(new(QuestionKind.Choice, "Which?", ["Yes", "yes"], false)).ShouldBe(["questions", "1", "options"]);
        PathOf(new(QuestionKind.Choice, "Which?", ["Yes", "<b>No</b>"], false)).ShouldBe(["questions", "1", "options"]);
    }

    [Fact]
    public async Task One_answer_set_per_user_can_be_changed_until_the_survey_closes()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (survey, actor) = await OpenAsync(database);
        var questions = survey.Questions;
        await using var scope = database.Scope(actor);
        var desk = scope.Get<SurveyDesk>();

        var faults = await desk.SubmitAsync(survey.Id, [new(questions[1].Id, "Pharmacy"), new(questions[2].Id, " "), new(999999, "x"), new(questions[1].Id, "Claims")], default);
        faults.Refusals.Select(r => r.GetType()).ShouldBe([typeof(AnswerOutOfRange), typeof(AnswerOutOfRange), typeof(NotFound), typeof(InvalidFormat), typeof(RequiredFieldMissing)]);
        faults.Refusals[0].ShouldBeOfType<AnswerOutOfRange>().Allowed.ShouldBe(["Claims", "Reports"]);
        foreach (var wrong in new[] { "0", "6", "2.5", "five", "" })
            (await desk.SubmitAsync(survey.Id, [new(questions[0].Id, wrong)], default)).Refusals.Single().ShouldBeOfType<AnswerOutOfRange>();
        foreach (var right in new[] { "1", "5" }) (await desk.SubmitAsync(survey.Id, [new(questions[0].Id, right)], default)).Succeeded.ShouldBeTrue();

        var mine = (await scope.Get<SurveyReads>().FindAsync(survey.Id, default)).Value!;
        mine.MyAnswers.Single().Value.ShouldBe("5");
        (await scope.Get<SurveyReads>().ActiveAsync(default)).Single().AnsweredAt.ShouldNotBeNull();
        // Midnight of New Year in Ohio.
        database.Clock.Set(new(2026, 1, 1, 4, 59, 59, TimeSpan.Zero));
        (await desk.SubmitAsync(survey.Id, [new(questions[0].Id, "3")], default)).Succeeded.ShouldBeTrue();
        database.Clock.Set(new(2026, 1, 1, 5, 0, 0, TimeSpan.Zero));
        (await desk.SubmitAsync(survey.Id, [new(questions[0].Id, "2")], default)).Refusals.Single().ShouldBeOfType<SurveyClosed>().ClosesOn.ShouldBe(new(2025, 12, 31));
        (await desk.DismissAsync(survey.Id, default)).Refusals.Single().ShouldBeOfType<SurveyClosed>();
        (await scope.Get<SurveyReads>().FindAsync(survey.Id, default)).Value!.Open.ShouldBeFalse();
    }

    [Fact]
    public async Task Putting_off_lasts_thirty_days_and_an_answer_ends_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (survey, actor) = await OpenAsync(database, Draft with { ClosesOn = new(2026, 6, 30) });
        await using var scope = database.Scope(actor);
        var (desk, reads) = (scope.Get<SurveyDesk>(), scope.Get<SurveyReads>());
        (await reads.ActiveAsync(default)).Count.ShouldBe(1);
        (await desk.DismissAsync(survey.Id, default)).Succeeded.ShouldBeTrue();
        database.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        (await reads.ActiveAsync(default)).ShouldBeEmpty();
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        (await reads.ActiveAsync(default)).Count.ShouldBe(1);
        (await desk.DismissAsync(survey.Id, default)).Succeeded.ShouldBeTrue();
        (await desk.SubmitAsync(survey.Id, [new(survey.Questions[0].Id, "4")], default)).Succeeded.ShouldBeTrue();
        (await reads.ActiveAsync(default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Questions_are_rewritten_until_somebody_answers_and_results_name_nobody()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (survey, actor) = await OpenAsync(database);
        await using var editor = database.Scope(Editor);
        var desk = editor.Get<SurveyDesk>();
        survey = (await desk.SaveAsync(survey.Id, 1, Draft with { Questions = [Scale, new(QuestionKind.Choice, "Which?", ["Claims", "Reports", "=Other"], false)] }, default)).Value!;
        survey.Questions.Select(q => q.Text).ShouldBe(["How easy?", "Which?"]);
        await using var scope = database.Scope(actor);
        (await scope.Get<SurveyDesk>().SubmitAsync(survey.Id, [new(survey.Questions[0].Id, "4"), new(survey.Questions[1].Id, "=Other")], default)).Succeeded.ShouldBeTrue();

        var current = survey.Version;
        (await desk.SaveAsync(survey.Id, current, Draft, default)).Refusals.Single().ShouldBeOfType<SurveyHasAnswers>().Responses.ShouldBe(1);
        SurveyDraft same = Draft with { Title = "Our portal", Questions = [.. survey.Questions.Select(q => new QuestionDraft(q.Kind, q.Text, q.Options, q.Required))] };
        (await desk.SaveAsync(survey.Id, current, same, default)).Value!.Title.ShouldBe("Our portal");
        (await desk.SaveAsync(survey.Id, current, same, default)).Refusals.Single().ShouldBeOfType<ConcurrentChange>();

        var results = editor.Get<SurveyResults>();
        var result = (await results.OfAsync(survey.Id, default)).Value!;
        (result.Responses, result.Questions[0].Average).ShouldBe((1, 4m));
        result.Questions[1].Counts.Select(c => c.Count).ShouldBe([0, 0, 1]);
        var csv = new MemoryStream();
        await (await results.ExportAsync(survey.Id, default)).Value!.WriteAsync(csv, default);
        var text = Encoding.UTF8.GetString(csv.ToArray());
        text.ShouldContain("Response,Answered on,How easy?,Which?\r\n1,2025-12-01,4,");
        text.ShouldNotContain(",=Other");
        text.ShouldNotContain("jane");
        (await scope.Get<SurveyResults>().OfAsync(survey.Id, default)).Refusals.Single().ShouldBeOfType<Forbidden>();
    }

    private static async Task<(Survey Survey, Actor Jane)> OpenAsync(TestDatabase database, SurveyDraft? draft = null)
    {
        await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH));
        var jane = (await database.ActorAsync((await database.SignInAsync("jane.doe")).Value!.AccessToken)).Value!;
        await using var editor = database.Scope(Editor);
        return ((await editor.Get<SurveyDesk>().SaveAsync(null, null, draft ?? Draft, default)).Value.ShouldNotBeNull(), jane);
    }
}
