using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Surveys;

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    /// <summary>A whole number from 1 to 5.</summary>
    Scale,

    /// <summary>One of the question's options.</summary>
    Choice,

    /// <summary>Free text.</summary>
    Text,
}

/// <summary>What staff write of a question.</summary>
/// <param name="Kind">How it is answered.</param>
/// <param name="Text">The question.</param>
/// <param name="Options">The answers to choose from; only of a choice.</param>
/// <param name="Required">Whether it must be answered.</param>
public sealed record QuestionDraft(QuestionKind Kind, string Text, IReadOnlyList<string> Options, bool Required);

/// <summary>What staff write of a survey.</summary>
public sealed record SurveyDraft(
    string Title, string? Introduction, DateOnly OpensOn, DateOnly ClosesOn, IReadOnlyList<Market> Markets, ContentState State, IReadOnlyList<QuestionDraft> Questions);

// ACC-16
/// <summary>Dated questions about the portal that users may answer.</summary>
public sealed class Survey : IVersioned
{
    public const int TitleLength = 150, IntroductionLength = 1000;
    private readonly List<SurveyQuestion> _questions = [];

    private Survey() { }

    public long Id { get; private set; }
    public int Version { get; private set; }

    /// <summary>What it is called.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it is for; null when the title says it.</summary>
    public string? Introduction { get; private set; }

    /// <summary>First day on which it can be answered.</summary>
    public DateOnly OpensOn { get; private set; }

    /// <summary>Last day on which it can be answered, and answers changed.</summary>
    public DateOnly ClosesOn { get; private set; }

    /// <summary>The markets that show it; empty for all.</summary>
    public IReadOnlyList<Market> Markets { get; private set; } = [];

    /// <summary>Whether users see it.</summary>
    public ContentState State { get; private set; }

    /// <summary>The questions in their order.</summary>
    public IReadOnlyList<SurveyQuestion> Questions => [.. _questions.OrderBy(q => q.Position)];

    public static Survey Of(SurveyDraft draft)
    {
        var survey = new Survey();
        survey.Write(draft);
        return survey;
    }

    /// <summary>Writes everything; questions that read the same stay the ones that were answered.</summary>
    public void Write(SurveyDraft draft)
    {
        (Title, Introduction) = (draft.Title.Trim(), ContentPolicy.Trimmed(draft.Introduction));
        (OpensOn, ClosesOn, State, Markets) = (draft.OpensOn, draft.ClosesOn, draft.State, [.. draft.Markets.Distinct().Order()]);
        if (Asks(draft.Questions)) return;
        _questions.Clear();
        _questions.AddRange(draft.Questions.Select((question, i) => SurveyQuestion.Of(question, i + 1)));
    }

    /// <summary>Whether these are the survey's questions, word by word.</summary>
    public bool Asks(IReadOnlyList<QuestionDraft> questions) =>
        questions.Count == _questions.Count && Questions.Zip(questions).All(pair => pair.First.Reads(pair.Second));

    public bool IsShownIn(Market? market) => State is ContentState.Published && (market is not { } one || Markets.Count == 0 || Markets.Contains(one));

    public bool IsOpen(DateOnly today) => OpensOn <= today && today <= ClosesOn;
}

/// <summary>A question of a survey.</summary>
public sealed class SurveyQuestion : IEntity
{
    public const int TextLength = 500, OptionLength = 100, MostOptions = 12;

    private SurveyQuestion() { }

    public long Id { get; private set; }
    public long SurveyId { get; private set; }

    /// <summary>Its place in the survey, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>How it is answered.</summary>
    public QuestionKind Kind { get; private set; }

    /// <summary>The question.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The answers to choose from; empty unless it is a choice.</summary>
    public IReadOnlyList<string> Options { get; private set; } = [];

    /// <summary>Whether it must be answered.</summary>
    public bool Required { get; private set; }

    internal static SurveyQuestion Of(QuestionDraft draft, int position) => new()
    {
        Position = position, Kind = draft.Kind, Text = draft.Text.Trim(), Required = draft.Required,
        Options = draft.Kind is QuestionKind.Choice ? [.. draft.Options.Select(o => o.Trim())] : [],
    };

    internal bool Reads(QuestionDraft draft)
    {
        var other = Of(draft, Position);
        return (Kind, Text, Required) == (other.Kind, other.Text, other.Required) && Options.SequenceEqual(other.Options);
    }
}
