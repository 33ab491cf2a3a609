using System.Text.Json;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Surveys;

/// <summary>The answer to a question.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="Value">A number from 1 to 5, an option, or text, as the question's kind wants it.</param>
public sealed record SurveyAnswer(long QuestionId, string Value);

// ACC-16: one answer set per user and survey.
/// <summary>What a user answered to a survey, or that the user does not want to be asked for a time.</summary>
public sealed class SurveyResponse : IVersioned
{
    private static readonly TimeSpan Dismissal = TimeSpan.FromDays(30);

    private SurveyResponse() { }

    public long Id { get; private set; }
    public int Version { get; private set; }
    public long SurveyId { get; private set; }
    public long UserId { get; private set; }

    /// <summary>The answers as JSON.</summary>
    public string Stored { get; private set; } = "[]";

    /// <summary>Until when the survey is not offered again (UTC); null when it was not put off.</summary>
    public DateTimeOffset? DismissedUntil { get; private set; }

    /// <summary>When it was answered last (UTC); null when it was only put off.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The answers, question by question.</summary>
    public IReadOnlyList<SurveyAnswer> Answers => JsonSerializer.Deserialize<List<SurveyAnswer>>(Stored)!;

    public static SurveyResponse Of(long surveyId, long userId) => new() { SurveyId = surveyId, UserId = userId };

    public void Answer(IReadOnlyList<SurveyAnswer> answers, DateTimeOffset at) => (Stored, AnsweredAt, DismissedUntil) = (JsonSerializer.Serialize(answers), at, null);

    // ACC-16: dismissible for 30 days.
    public void Dismiss(DateTimeOffset at) => DismissedUntil = at + Dismissal;
}
