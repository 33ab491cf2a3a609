using System.Globalization;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Content;

namespace Portal.Graph.Domain.Accounts.Surveys;

/// <summary>The survey cannot be answered on this day.</summary>
/// <param name="OpensOn">First day on which it can be.</param>
/// <param name="ClosesOn">Last day on which it can be.</param>
public sealed record SurveyClosed(DateOnly OpensOn, DateOnly ClosesOn) : Refusal($"This survey can be answered from {OpensOn:yyyy-MM-dd}; it ended or ends on {ClosesOn:yyyy-MM-dd}.");

/// <summary>An answer that the question does not allow.</summary>
/// <param name="Question">The question's text.</param>
/// <param name="Allowed">The answers that it allows, in words.</param>
public sealed record AnswerOutOfRange(string Question, IReadOnlyList<string> Allowed) : Refusal($"“{Question}” takes {string.Join(" or ", Allowed)}.");

/// <summary>The questions cannot be changed any more: somebody answered them.</summary>
/// <param name="Responses">How many users did.</param>
public sealed record SurveyHasAnswers(int Responses) : Refusal($"{Responses} users answered these questions. Write a new survey to ask others; title, days and markets can still be changed.");

/// <summary>ACC-16: what a survey must hold, and which answers it takes.</summary>
public static class SurveyPolicy
{
    public const int MostQuestions = 30, AnswerLength = 2000;
    private static readonly string[] ScaleAnswers = ["1", "2", "3", "4", "5"];

    public static List<Refusal> Faults(SurveyDraft draft)
    {
        List<Refusal> faults =
        [
            .. ContentPolicy.Text("Title", "title", draft.Title, Survey.TitleLength),
            .. ContentPolicy.Text("Introduction", "introduction", draft.Introduction, Survey.IntroductionLength, required: false),
        ];
        if (draft.ClosesOn < draft.OpensOn) faults.Add(new DateRangeReversed("The survey", draft.OpensOn, draft.ClosesOn) { Path = ["closesOn"] });
        if (draft.Questions.Count == 0) faults.Add(new RequiredFieldMissing("A question") { Path = ["questions"] });
        if (draft.Questions.Count > MostQuestions) faults.Add(new InvalidFormat("Questions", $"at most {MostQuestions}", "fewer questions") { Path = ["questions"] });
        faults.AddRange(draft.Questions.SelectMany(QuestionFaults));
        return faults;
    }

    /// <summary>Every fault of an answer set: what is missing, what the questions do not allow, what nobody asked.</summary>
    public static List<Refusal> AnswerFaults(Survey survey, IReadOnlyList<SurveyAnswer> answers)
    {
        var questions = survey.Questions.ToDictionary(q => q.Id);
        List<Refusal> faults = [];
        HashSet<long> answered = [];
        foreach (var (answer, i) in answers.Select((answer, i) => (answer, i)))
        {
            string[] path = ["answers", i.ToString(CultureInfo.InvariantCulture)];
            if (!questions.TryGetValue(answer.QuestionId, out var question)) faults.Add(new NotFound("question") { Path = path });
            else if (!answered.Add(question.Id)) faults.Add(new InvalidFormat(question.Text, "answered once", "one answer") { Path = path });
            else if (Allowed(question, answer.Value) is { } allowed) faults.Add(new AnswerOutOfRange(question.Text, allowed) { Path = path });
        }
        faults.AddRange(survey.Questions.Where(q => q.Required && !answered.Contains(q.Id)).Select(q => new RequiredFieldMissing($"An answer to “{q.Text}”") { Path = ["answers"] }));
        return faults;
    }

    // What the question allows when the answer is not it; null when it is.
    private static IReadOnlyList<string>? Allowed(SurveyQuestion question, string value) => question.Kind switch
    {
        QuestionKind.Scale => ScaleAnswers.Contains(value) ? null : ["a whole number from 1 to 5"],
        QuestionKind.Choice => question.Options.Contains(value) ? null : question.Options,
        QuestionKind.Text => value.Trim().Length is > 0 and <= AnswerLength ? null : [$"a text of 1 to {AnswerLength} characters"],
    };

    private static IEnumerable<Refusal> QuestionFaults(QuestionDraft question, int i)
    {
        string[] At(string field) => ["questions", i.ToString(CultureInfo.InvariantCulture), field];
        foreach (var fault in ContentPolicy.Text($"Question {i + 1}", "text", question.Text, SurveyQuestion.TextLength)) yield return fault with { Path = At("text") };
        if (question.Kind is not QuestionKind.Choice) yield break;
        var options = question.Options.Select(o => o.Trim()).ToList();
        if (options.Count is < 2 or > SurveyQuestion.MostOptions || options.Distinct(StringComparer.OrdinalIgnoreCase).Count() < options.Count)
            yield return new InvalidFormat($"Options of question {i + 1}", $"2 to {SurveyQuestion.MostOptions} different texts", "Yes, No") { Path = At("options") };
        foreach (var option in options)
            foreach (var fault in ContentPolicy.Text($"Option of question {i + 1}", "options", option, SurveyQuestion.OptionLength)) yield return fault with { Path = At("options") };
        if (options.Exists(o => o.Contains('\n'))) yield return new InvalidFormat($"Options of question {i + 1}", "one line each", "Yes") { Path = At("options") };
    }
}
