using Portal.Graph.Domain.Accounts.Surveys;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts.Surveys;

/// <summary>The answer to a question.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="Value">A number from 1 to 5, one of the options, or a text of at most 2,000 characters, as the question's kind wants it.</param>
public sealed record SurveyAnswerInput([property: ID<SurveyQuestion>] long QuestionId, string Value);

/// <summary>A question of a survey.</summary>
/// <param name="Kind">How it is answered.</param>
/// <param name="Text">The question, at most 500 characters.</param>
/// <param name="Options">The answers to choose from, 2 to 12 of at most 100 characters; only of a choice.</param>
/// <param name="Required">Whether it must be answered.</param>
public sealed record SurveyQuestionInput(QuestionKind Kind, string Text, IReadOnlyList<string>? Options = null, bool Required = false);

[QueryType]
public static class SurveyQueries
{
    // ACC-16
    /// <summary>The surveys that the home page offers: open, and not put off by you; the next to close first.</summary>
    [Authorize]
    public static Task<IReadOnlyList<OfferedSurvey>> GetActiveSurveysAsync(SurveyReads reads, CancellationToken ct) => reads.ActiveAsync(ct);

    // ACC-16
    /// <summary>One survey with your answers, closed ones too. NOT_FOUND when the market has none by that id.</summary>
    [Authorize]
    public static Task<Outcome<OfferedSurvey>> GetSurveyAsync([ID<Survey>] long id, SurveyReads reads, CancellationToken ct) => reads.FindAsync(id, ct);

    // ACC-16
    /// <summary>What a survey brought; it names nobody. NOT_FOUND when there is none by that id.</summary>
    [RequiresPermission(Permission.StaffContentEdit, Permission.StaffSupervise)]
    public static Task<Outcome<SurveyResult>> GetSurveyResultsAsync([ID<Survey>] long surveyId, SurveyResults results, CancellationToken ct) => results.OfAsync(surveyId, ct);

    /// <summary>Every survey, hidden and closed ones too, the latest first.</summary>
    [RequiresPermission(Permission.StaffContentEdit, Permission.StaffSupervise)]
    public static Task<IReadOnlyList<Survey>> GetSurveysAsync(SurveyResults results, CancellationToken ct) => results.SurveysAsync(ct);
}

[MutationType, ClosedForMaintenance]
public static class SurveyMutations
{
    // ACC-16
    /// <summary>Answers a survey, or changes your answers as long as it is open: the whole set each time.</summary>
    /// <param name="surveyId">The survey.</param>
    /// <param name="answers">An answer for each question that you answer.</param>
    [Authorize, PayloadField("response"), Error<SurveyClosed>, Error<AnswerOutOfRange>]
    public static Task<Outcome<SurveyResponse>> SubmitSurveyAsync([ID<Survey>] long surveyId, IReadOnlyList<SurveyAnswerInput> answers, SurveyDesk desk, CancellationToken ct) =>
        desk.SubmitAsync(surveyId, [.. answers.Select(a => new SurveyAnswer(a.QuestionId, a.Value))], ct);

    // ACC-16
    /// <summary>The survey is not offered to you for 30 days; you can still answer it.</summary>
    /// <param name="surveyId">The survey.</param>
    [Authorize, PayloadField("response"), Error<SurveyClosed>]
    public static Task<Outcome<SurveyResponse>> DismissSurveyAsync([ID<Survey>] long surveyId, SurveyDesk desk, CancellationToken ct) => desk.DismissAsync(surveyId, ct);

    // ACC-16
    /// <summary>Writes a survey, or a survey anew. Its questions stay as they are once somebody answered them.</summary>
    /// <param name="id">The survey to write anew; a new one when left out.</param>
    /// <param name="version">The version of that survey that you read.</param>
    /// <param name="title">What it is called, at most 150 characters.</param>
    /// <param name="introduction">What it is for, at most 1,000 characters.</param>
    /// <param name="opensOn">First day on which it can be answered.</param>
    /// <param name="closesOn">Last day on which it can be answered.</param>
    /// <param name="markets">The markets that show it; all when empty.</param>
    /// <param name="state">Whether users see it.</param>
    /// <param name="questions">The questions in their order, at most 30.</param>
    [RequiresPermission(Permission.StaffContentEdit), Error<ContentUnsafeMarkup>, Error<DateRangeReversed>, Error<SurveyHasAnswers>]
    public static Task<Outcome<Survey>> SaveSurveyAsync(
        [ID<Survey>] long? id, int? version, string title, string? introduction, DateOnly opensOn, DateOnly closesOn, IReadOnlyList<Market> markets, ContentState state,
        IReadOnlyList<SurveyQuestionInput> questions, SurveyDesk desk, CancellationToken ct) =>
        desk.SaveAsync(id, version, new(title, introduction, opensOn, closesOn, markets, state,
            [.. questions.Select(q => new QuestionDraft(q.Kind, q.Text, q.Options ?? [], q.Required))]), ct);
}
