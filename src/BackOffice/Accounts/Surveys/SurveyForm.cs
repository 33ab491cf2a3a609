using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.Domain.Accounts.Surveys;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Content;

namespace Portal.Graph.BackOffice.Accounts.Surveys;

/// <summary>A question as it is written; one without text is left out.</summary>
public sealed class QuestionForm
{
    public QuestionKind Kind { get; set; }
    public string? Text { get; set; }

    /// <summary>One option a line.</summary>
    public string? Options { get; set; }
    public bool Required { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Options);

    public QuestionDraft ToDraft() => new(Kind, Text ?? "", (Options ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), Required);
}

/// <summary>A survey as it is written.</summary>
public sealed class SurveyForm
{
    private const int Spare = 3;

    public string? Title { get; set; }
    public string? Introduction { get; set; }
    public DateOnly? OpensOn { get; set; }
    public DateOnly? ClosesOn { get; set; }
    public List<Market> Markets { get; set; } = [];
    public ContentState State { get; set; }
    public List<QuestionForm> Questions { get; set; } = [];
    public int? Version { get; set; }

    public static SurveyForm Of(Survey survey) => new()
    {
        Title = survey.Title, Introduction = survey.Introduction, OpensOn = survey.OpensOn, ClosesOn = survey.ClosesOn, Markets = [.. survey.Markets], State = survey.State,
        Questions = [.. survey.Questions.Select(q => new QuestionForm { Kind = q.Kind, Text = q.Text, Options = string.Join('\n', q.Options), Required = q.Required })],
        Version = survey.Version,
    };

    /// <summary>Adds rows to write further questions in.</summary>
    public SurveyForm WithSpareRows()
    {
        while (Questions.TakeLast(Spare).Count(q => q.IsBlank) < Spare && Questions.Count < SurveyPolicy.MostQuestions) Questions.Add(new());
        return this;
    }

    /// <summary>The rows that hold a question, by their index.</summary>
    public IReadOnlyList<int> Filled => [.. Enumerable.Range(0, Questions.Count).Where(i => !Questions[i].IsBlank)];

    /// <summary>Both days are given: the page asks for them.</summary>
    public SurveyDraft ToDraft() =>
        new(Title ?? "", Introduction, OpensOn!.Value, ClosesOn!.Value, Markets, State, [.. Filled.Select(i => Questions[i].ToDraft())]);
}

/// <summary>How surveys read.</summary>
public static class SurveyDisplay
{
    public static (Tone Tone, string Text) StateOf(Survey survey, DateOnly today) => survey switch
    {
        { State: ContentState.Hidden } => (Tone.Neutral, "Hidden"),
        _ when today < survey.OpensOn => (Tone.Blue, "Not open yet"),
        _ when today > survey.ClosesOn => (Tone.Neutral, "Closed"),
        _ => (Tone.Green, "Open"),
    };
}
