using Portal.Graph.Domain.Accounts.Surveys;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts.Surveys;

// ACC-16
[ObjectType<Survey>(Fields =
[
    nameof(Survey.Version), nameof(Survey.Title), nameof(Survey.Introduction), nameof(Survey.OpensOn), nameof(Survey.ClosesOn), nameof(Survey.Markets),
    nameof(Survey.State), nameof(Survey.Questions),
])]
public static class SurveyType
{
    [ID<Survey>]
    public static long GetId([Parent] Survey survey) => survey.Id;
}

[ObjectType<SurveyQuestion>(Fields =
[
    nameof(SurveyQuestion.Position), nameof(SurveyQuestion.Kind), nameof(SurveyQuestion.Text), nameof(SurveyQuestion.Options), nameof(SurveyQuestion.Required),
])]
public static class SurveyQuestionType
{
    [ID<SurveyQuestion>]
    public static long GetId([Parent] SurveyQuestion question) => question.Id;
}

[ObjectType<SurveyAnswer>(Fields = [nameof(SurveyAnswer.Value)])]
public static class SurveyAnswerType
{
    /// <summary>The question that it answers.</summary>
    [ID<SurveyQuestion>]
    public static long GetQuestionId([Parent] SurveyAnswer answer) => answer.QuestionId;
}

[ObjectType<SurveyResponse>(Fields = [nameof(SurveyResponse.Answers), nameof(SurveyResponse.DismissedUntil), nameof(SurveyResponse.AnsweredAt)])]
public static class SurveyResponseType
{
    [ID<SurveyResponse>]
    public static long GetId([Parent] SurveyResponse response) => response.Id;
}

[ObjectType<OfferedSurvey>(Fields =
[
    nameof(OfferedSurvey.Survey), nameof(OfferedSurvey.Open), nameof(OfferedSurvey.MyAnswers), nameof(OfferedSurvey.AnsweredAt),
])]
public static class OfferedSurveyType;

[ObjectType<SurveyResult>]
public static class SurveyResultType;

[ObjectType<QuestionResult>]
public static class QuestionResultType;

[ObjectType<AnswerCount>]
public static class AnswerCountType;
