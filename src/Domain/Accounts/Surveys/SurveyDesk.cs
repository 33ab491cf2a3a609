using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Surveys;

/// <summary>ACC-16: users answer surveys or put them off, content editors write them.</summary>
public sealed class SurveyDesk(PortalDb db, AuditLog audit, ActorScope scope, TimeProvider clock)
{
    /// <summary>Answers a survey, or changes the answers as long as it is open.</summary>
    public Task<Outcome<SurveyResponse>> SubmitAsync(long surveyId, IReadOnlyList<SurveyAnswer> answers, CancellationToken ct) =>
        RespondAsync(surveyId, "survey.answered", survey => SurveyPolicy.AnswerFaults(survey, answers), response => response.Answer(answers, clock.GetUtcNow()), ct);

    /// <summary>The survey is not offered to the user for 30 days; it can still be answered.</summary>
    public Task<Outcome<SurveyResponse>> DismissAsync(long surveyId, CancellationToken ct) =>
        RespondAsync(surveyId, "survey.dismissed", _ => [], response => response.Dismiss(clock.GetUtcNow()), ct);

    /// <summary>Writes a new survey, or a survey anew; its questions only while nobody answered them.</summary>
    /// <param name="version">The version that was read; needed to write a survey anew.</param>
    public async Task<Outcome<Survey>> SaveAsync(long? id, int? version, SurveyDraft draft, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffContentEdit) is { } lacks) return lacks;
        if (SurveyPolicy.Faults(draft) is { Count: > 0 } faults) return faults;
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"survey:{id}", ct);
        var survey = id is null ? null : await db.Set<Survey>().Include(s => s.Questions).SingleOrDefaultAsync(s => s.Id == id, ct);
        if (id is not null && survey is null) return new NotFound("survey");
        if (survey is not null && version != survey.Version) return new ConcurrentChange("survey");
        if (survey is not null && !survey.Asks(draft.Questions) && await db.Set<SurveyResponse>().CountAsync(r => r.SurveyId == id && r.AnsweredAt != null, ct) is > 0 and var responses)
            return new SurveyHasAnswers(responses) { Path = ["questions"] };
        var before = survey is null ? null : Facts(survey);
        if (survey is null) db.Add(survey = Survey.Of(draft));
        else
        {
            if (!survey.Asks(draft.Questions)) db.RemoveRange(survey.Questions);
            survey.Write(draft);
        }
        audit.Changed("survey.saved", survey, before: before, after: Facts(survey));
        await write.CommitAsync(ct);
        return survey;
    }

    private async Task<Outcome<SurveyResponse>> RespondAsync(
        long surveyId, string action, Func<Survey, List<Refusal>> check, Action<SurveyResponse> change, CancellationToken ct)
    {
        if (scope.Actor is not { Kind: ActorKind.PortalUser, UserId: { } userId, Market: { } market }) return scope.Actor.IsSignedIn ? new Forbidden("portal user") : new NotSignedIn();
        await using var write = await db.BeginWriteAsync(ct);
        // The survey's lock too: questions do not change under an answer.
        await db.LockAsync($"survey:{surveyId}", ct);
        var survey = await db.Set<Survey>().AsNoTracking().Include(s => s.Questions).SingleOrDefaultAsync(s => s.Id == surveyId, ct);
        if (survey is null || !survey.IsShownIn(market)) return new NotFound("survey");
        if (!survey.IsOpen(clock.Today(market))) return new SurveyClosed(survey.OpensOn, survey.ClosesOn);
        if (check(survey) is { Count: > 0 } faults) return faults;
        var response = await db.Set<SurveyResponse>().SingleOrDefaultAsync(r => r.SurveyId == surveyId && r.UserId == userId, ct);
        if (response is null) db.Add(response = SurveyResponse.Of(surveyId, userId));
        change(response);
        audit.Changed(action, response, after: new { response.SurveyId, response.AnsweredAt, response.DismissedUntil });
        await write.CommitAsync(ct);
        return response;
    }

    private static object Facts(Survey s) => new { s.Title, s.OpensOn, s.ClosesOn, s.Markets, s.State, Questions = s.Questions.Count };
}
