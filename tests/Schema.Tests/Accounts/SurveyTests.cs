using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Accounts;

[Requirement("ACC-16")]
public sealed class SurveyTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Active = "{ activeSurveys { open answeredAt myAnswers { questionId value } survey { id title questions { id kind text options required } } } }";
    private const string Submit = "mutation($input: SubmitSurveyInput!) { submitSurvey(input: $input) { response { answeredAt answers { value } } errors { __typename ... on Error { code path } ... on AnswerOutOfRangeError { allowed } } } }";
    private const string Dismiss = "mutation($id: ID!) { dismissSurvey(input: { surveyId: $id }) { response { dismissedUntil } errors { ... on Error { code } } } }";
    private readonly TestPortal _portal = demo.Portal;

    [Fact]
    public async Task A_user_answers_from_the_home_page_and_the_results_count_it()
    {
        var user = await _portal.SignInAsync("demo.frontdesk");
        var survey = (await user.SendAsync(Active)).Data("activeSurveys", 0, "survey");
        var surveyId = survey.GetProperty("id").GetString();
        var questions = survey.GetProperty("questions").EnumerateArray().Select(q => q.GetProperty("id").GetString()!).ToList();
        object Input(params (string Question, string Value)[] answers) => new { surveyId, answers = answers.Select(a => new { questionId = a.Question, value = a.Value }) };

        var wrong = await user.SendAsync(Submit, new { input = Input((questions[0], "6"), (questions[1], "Claims")) });
        wrong.PayloadCodes("submitSurvey").ShouldBe(["ANSWER_OUT_OF_RANGE"]);
        wrong.Data("submitSurvey", "errors", 0, "allowed", 0).GetString().ShouldBe("a whole number from 1 to 5");
        (await user.SendAsync(Submit, new { input = Input((questions[0], "4"), (questions[1], "Claims"), (questions[2], "Nothing")) })).PayloadCodes("submitSurvey").ShouldBeEmpty();
        (await user.SendAsync(Submit, new { input = Input((questions[0], "5"), (questions[1], "Claims")) })).PayloadCodes("submitSurvey").ShouldBeEmpty();
        (await user.SendAsync("query($id: ID!) { survey(id: $id) { open myAnswers { value } } }", new { id = surveyId })).Data("survey", "myAnswers", 0, "value").GetString().ShouldBe("5");

        const string results = "query($id: ID!) { surveyResults(surveyId: $id) { responses dismissed questions { average answered counts { value count } texts question { text } } } surveys { title } }";
        var editor = await _portal.SignInStaffAsync(StaffRole.ContentEditor);
        var result = (await editor.SendAsync(results, new { id = surveyId })).Data("surveyResults");
        result.GetProperty("responses").GetInt32().ShouldBe(1);
        result.GetProperty("questions")[0].GetProperty("average").GetDecimal().ShouldBe(5m);
        (await user.SendAsync(results, new { id = surveyId })).ErrorCodes.ShouldContain("FORBIDDEN");
    }

    [Fact]
    public async Task A_survey_put_off_is_not_offered_and_a_closed_one_takes_no_answers()
    {
        var user = await _portal.SignInAsync("demo.credentialing");
        var id = (await user.SendAsync(Active)).Data("activeSurveys", 0, "survey", "id").GetString();
        (await user.SendAsync(Dismiss, new { id })).Data("dismissSurvey", "response", "dismissedUntil").GetDateTimeOffset().ShouldBe(_portal.Clock.GetUtcNow().AddDays(30));
        (await user.SendAsync(Active)).Data("activeSurveys").GetArrayLength().ShouldBe(0);
        var editor = await _portal.SignInStaffAsync(StaffRole.ContentEditor);
        const string save = "mutation($input: SaveSurveyInput!) { saveSurvey(input: $input) { survey { id questions { position kind options } } errors { __typename ... on Error { code path } } } }";
        var input = new { title = "Last year", opensOn = "2024-01-01", closesOn = "2024-12-31", markets = Array.Empty<string>(), state = "PUBLISHED",
            questions = new[] { new { kind = "CHOICE", text = "Good?", options = new[] { "Yes", "No" } } } };
        var closed = (await editor.SendAsync(save, new { input })).Data("saveSurvey", "survey", "id").GetString();
        (await user.SendAsync(Dismiss, new { id = closed })).PayloadCodes("dismissSurvey").ShouldBe(["SURVEY_CLOSED"]);
        (await user.SendAsync(Submit, new { input = new { surveyId = closed, answers = Array.Empty<object>() } })).PayloadCodes("submitSurvey").ShouldBe(["SURVEY_CLOSED"]);
        (await editor.SendAsync(save, new { input = input with { closesOn = "2023-12-31" } })).PayloadCodes("saveSurvey").ShouldBe(["DATE_RANGE_REVERSED"]);
        (await editor.SendAsync(Dismiss, new { id })).PayloadCodes("dismissSurvey").ShouldBe(["FORBIDDEN"]);
        (await _portal.Anonymous().SendAsync(Dismiss, new { id })).PayloadCodes("dismissSurvey").ShouldBe(["NOT_SIGNED_IN"]);
    }
}
