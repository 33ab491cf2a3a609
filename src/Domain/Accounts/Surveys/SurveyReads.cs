using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Surveys;

/// <summary>A survey as it concerns the signed-in user.</summary>
/// <param name="Survey">The survey with its questions.</param>
/// <param name="Open">Whether it can be answered today, and answers changed.</param>
/// <param name="Response">What the user answered or put off; null when neither.</param>
public sealed record OfferedSurvey(Survey Survey, bool Open, SurveyResponse? Response)
{
    /// <summary>The user's answers; empty when there are none.</summary>
    public IReadOnlyList<SurveyAnswer> MyAnswers => Response?.Answers ?? [];

    /// <summary>When the user answered last (UTC); null when not yet.</summary>
    public DateTimeOffset? AnsweredAt => Response?.AnsweredAt;
}

/// <summary>ACC-16: surveys for those who answer them and for those who write them.</summary>
public sealed class SurveyReads(PortalDb db, ActorScope scope, TimeProvider clock)
{
    /// <summary>What the home page offers: open in the market and not put off by the user; the next to close first.</summary>
    public async Task<IReadOnlyList<OfferedSurvey>> ActiveAsync(CancellationToken ct)
    {
        if (scope.Actor is not { Kind: ActorKind.PortalUser, UserId: { } me, Market: { } market }) return [];
        var today = clock.Today(market);
        var surveys = (await Questions().Where(s => s.OpensOn <= today && today <= s.ClosesOn).OrderBy(s => s.ClosesOn).ThenBy(s => s.Id).ToListAsync(ct)).FindAll(s => s.IsShownIn(market));
        var ids = surveys.ConvertAll(s => s.Id);
        var mine = await db.Set<SurveyResponse>().AsNoTracking().Where(r => r.UserId == me && ids.Contains(r.SurveyId)).ToDictionaryAsync(r => r.SurveyId, ct);
        var now = clock.GetUtcNow();
        return [.. surveys.Select(s => new OfferedSurvey(s, true, mine.GetValueOrDefault(s.Id))).Where(s => s.Response?.DismissedUntil is not { } until || until <= now)];
    }

    /// <summary>One survey of the market, closed ones too.</summary>
    public async Task<Outcome<OfferedSurvey>> FindAsync(long id, CancellationToken ct)
    {
        if (scope.Actor is not { Kind: ActorKind.PortalUser, UserId: { } me, Market: { } market }) return new NotFound("survey");
        if (await Questions().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } survey || !survey.IsShownIn(market)) return new NotFound("survey");
        return new OfferedSurvey(survey, survey.IsOpen(clock.Today(market)), await db.Set<SurveyResponse>().AsNoTracking().SingleOrDefaultAsync(r => r.SurveyId == id && r.UserId == me, ct));
    }

    /// <summary>Every survey for those who edit them, the latest first; empty for others.</summary>
    public async Task<IReadOnlyList<Survey>> AllAsync(CancellationToken ct) => MayEdit
        ? await Questions().OrderByDescending(s => s.OpensOn).ThenByDescending(s => s.Id).ToListAsync(ct) : [];

    public async Task<Survey?> EditedAsync(long id, CancellationToken ct) => MayEdit ? await Questions().SingleOrDefaultAsync(s => s.Id == id, ct) : null;

    private bool MayEdit => scope.Actor.Has(Permission.StaffContentEdit);

    private IQueryable<Survey> Questions() => db.Set<Survey>().AsNoTracking().Include(s => s.Questions);
}
