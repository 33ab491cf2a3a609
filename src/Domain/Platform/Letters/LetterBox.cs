using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Letters;

// PLT-21
/// <summary>Takes letters inside the write scope of what they tell of: its commit stores them, and a worker writes them.</summary>
public sealed class LetterBox(PortalDb db, NumberSeries numbers, OutboxTasks tasks, AuditLog audit, TimeProvider clock)
{
    /// <summary>One per subject and kind: asked for again, it is the letter that is there.</summary>
    /// <returns>Null when the account is in no market, so that nobody writes to it.</returns>
    public async Task<Letter?> AddAsync(LetterRequest request, CancellationToken ct)
    {
        if (db.CurrentWrite is null) throw new InvalidOperationException("A letter is taken by the write scope of what it tells of.");
        if (await ThereAsync(request, ct) is { } there) return there;
        if (request.Market is not { } market)
        {
            if (await db.Set<ProviderMarket>().Where(m => m.AccountId == request.AccountId).OrderBy(m => m.Id).Select(m => (Market?)m.Market).FirstOrDefaultAsync(ct) is not { } first)
                return null;
            market = first;
        }
        var now = clock.GetUtcNow();
        var template = await TemplateAsync(request.Kind.Key, market, ct);
        var letter = Letter.About(request, template, market, await numbers.NextAsync("L", now.DateIn(market), ct), now);
        Keep(letter, "letter.added");
        return letter;
    }

    internal void Keep(Letter letter, string action)
    {
        db.Add(letter);
        tasks.Add(LetterIssue.Kind, letter);
        audit.Changed(action, letter, letter.MemberId, after: new { letter.Number, letter.Kind, letter.SubjectType, letter.SubjectId, letter.SupersedesId });
    }

    /// <summary>The market's own text, else the one for all.</summary>
    internal async Task<LetterTemplate> TemplateAsync(string key, Market market, CancellationToken ct) =>
        await FindTemplateAsync(key, market, ct) ?? throw new InvalidOperationException($"There is no approved template {key}.");

    /// <summary>The same; null when there is neither.</summary>
    internal async Task<LetterTemplate?> FindTemplateAsync(string key, Market market, CancellationToken ct)
    {
        var own = LetterTemplate.PlaceOf(market);
        var approved = await db.Set<LetterTemplate>().Where(t => t.Key == key && t.State == LetterTemplateState.Approved && (t.Place == own || t.Place == LetterTemplate.Everywhere))
            .ToListAsync(ct);
        return approved.OrderBy(t => t.Market is null).ThenByDescending(t => t.TemplateVersion).FirstOrDefault();
    }

    private async Task<Letter?> ThereAsync(LetterRequest request, CancellationToken ct)
    {
        var (subject, type, key) = (request.Subject.Id, request.Kind.SubjectType, request.Kind.Key);
        if (subject == 0) return null;
        await db.LockAsync($"letter:{type}:{subject}:{key}", ct);
        return await db.Set<Letter>().IgnoreQueryFilters([AccountRecords.Filter]).Where(l => l.SubjectType == type && l.SubjectId == subject && l.Kind == key).OrderByDescending(l => l.Revision).FirstOrDefaultAsync(ct);
    }
}
