using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Csv;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Surveys;

/// <summary>How often an answer was given.</summary>
/// <param name="Value">The answer.</param>
/// <param name="Count">How many users gave it.</param>
public sealed record AnswerCount(string Value, int Count);

/// <summary>The answers to one question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answered">How many users answered it.</param>
/// <param name="Average">The mean of a scale, to two places; null for other kinds and when nobody answered.</param>
/// <param name="Counts">How often each answer of a scale or choice was given, in the question's order; empty for text.</param>
/// <param name="Texts">The latest texts, at most 50; empty for other kinds.</param>
public sealed record QuestionResult(SurveyQuestion Question, int Answered, decimal? Average, IReadOnlyList<AnswerCount> Counts, IReadOnlyList<string> Texts);

/// <summary>What a survey brought. It names nobody.</summary>
/// <param name="Survey">The survey.</param>
/// <param name="Responses">How many users answered.</param>
/// <param name="Dismissed">How many users put it off and have not answered.</param>
/// <param name="Questions">The questions in their order.</param>
public sealed record SurveyResult(Survey Survey, int Responses, int Dismissed, IReadOnlyList<QuestionResult> Questions);

/// <summary>ACC-16: results of surveys for content editors and supervisors.</summary>
public sealed class SurveyResults(PortalDb db, ActorScope scope)
{
    private const int MostTexts = 50;

    public static readonly IReadOnlyList<Permission> Readers = [Permission.StaffContentEdit, Permission.StaffSupervise];

    /// <summary>The surveys that there are results of, the latest first.</summary>
    public async Task<IReadOnlyList<Survey>> SurveysAsync(CancellationToken ct) => Lacks() is null
        ? await db.Set<Survey>().AsNoTracking().Include(s => s.Questions).OrderByDescending(s => s.OpensOn).ThenByDescending(s => s.Id).ToListAsync(ct) : [];

    public async Task<Outcome<SurveyResult>> OfAsync(long surveyId, CancellationToken ct)
    {
        if (Lacks() is { } lacks) return lacks;
        if (await FindAsync(surveyId, ct) is not { } survey) return new NotFound("survey");
        var tallies = survey.Questions.ToDictionary(q => q.Id, q => new Tally(q));
        var responses = 0;
        await foreach (var response in Answered(surveyId).AsAsyncEnumerable().WithCancellation(ct))
        {
            responses++;
            foreach (var answer in response.Answers) if (tallies.TryGetValue(answer.QuestionId, out var tally)) tally.Add(answer.Value);
        }
        var dismissed = await db.Set<SurveyResponse>().CountAsync(r => r.SurveyId == surveyId && r.AnsweredAt == null, ct);
        return new SurveyResult(survey, responses, dismissed, [.. survey.Questions.Select(q => tallies[q.Id].Result)]);
    }

    /// <summary>Every answer set as a row: number and day, then an answer for each question.</summary>
    public async Task<Outcome<CsvTable>> ExportAsync(long surveyId, CancellationToken ct)
    {
        if (Lacks() is { } lacks) return lacks;
        if (await FindAsync(surveyId, ct) is not { } survey) return new NotFound("survey");
        return new CsvTable($"survey-{surveyId}", ["Response", "Answered on", .. survey.Questions.Select(q => q.Text)], Answered(surveyId).AsAsyncEnumerable().Select((response, i) =>
        {
            var answers = response.Answers.ToDictionary(a => a.QuestionId, a => a.Value);
            return (IReadOnlyList<string>)
            [
                (i + 1).ToString(CultureInfo.InvariantCulture), response.AnsweredAt!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                .. survey.Questions.Select(q => answers.GetValueOrDefault(q.Id, "")),
            ];
        }));
    }

    private Refusal? Lacks() => Readers.Any(scope.Actor.Has) ? null : scope.Actor.Lacks(Permission.StaffContentEdit);

    private Task<Survey?> FindAsync(long id, CancellationToken ct) => db.Set<Survey>().AsNoTracking().Include(s => s.Questions).SingleOrDefaultAsync(s => s.Id == id, ct);

    private IQueryable<SurveyResponse> Answered(long surveyId) =>
        db.Set<SurveyResponse>().AsNoTracking().Where(r => r.SurveyId == surveyId && r.AnsweredAt != null).OrderBy(r => r.Id);

    private sealed class Tally(SurveyQuestion question)
    {
        private readonly List<string> _values = [];

        public void Add(string value) => _values.Add(value);

        public QuestionResult Result => question.Kind switch
        {
            QuestionKind.Scale => new(question, _values.Count, _values.Count == 0 ? null : decimal.Round((decimal)_values.Average(int.Parse), 2), Counts(["1", "2", "3", "4", "5"]), []),
            QuestionKind.Choice => new(question, _values.Count, null, Counts(question.Options), []),
            QuestionKind.Text => new(question, _values.Count, null, [], [.. _values.TakeLast(MostTexts).Reverse()]),
        };

        private List<AnswerCount> Counts(IReadOnlyList<string> answers) => [.. answers.Select(a => new AnswerCount(a, _values.Count(v => v == a)))];
    }
}
