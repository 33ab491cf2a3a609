using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Letters.Rendering;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Letters;

/// <summary>A letter as a person wants it written.</summary>
/// <param name="Template">The key of a text that people use, <c>L-FREE</c> or one that begins with it.</param>
/// <param name="AccountId">The provider that it is addressed to.</param>
/// <param name="Market">The provider's first market when null.</param>
/// <param name="SubjectNumber">The number of the record that it is about, if any.</param>
/// <param name="Fields">Values of its own fields, dates as 2025-12-01.</param>
public sealed record FreeLetter(string Template, long AccountId, Market? Market, string? SubjectNumber, IReadOnlyDictionary<string, string?> Fields);

// Letters: createLetter; DOC-04: from a text that a second person approved.
/// <summary>People write to a provider. What the text needs and has no value for is told at once, before there is a letter.</summary>
public sealed partial class FreeLetterDesk(
    PortalDb db, LetterBox box, LetterFacts facts, NumberSeries numbers, Idempotency idempotency, ActorScope scope, TimeProvider clock)
{
    private const string Operation = "createLetter", NotNumbered = "not yet numbered";

    /// <summary>The texts that can be used, by key: one for each, that of every market first.</summary>
    public async Task<IReadOnlyList<LetterTemplate>> TemplatesAsync(CancellationToken ct)
    {
        if (!scope.Actor.Has(Permission.StaffContentEdit)) return [];
        var approved = await db.Set<LetterTemplate>().AsNoTracking().Where(t => t.State == LetterTemplateState.Approved && t.Key.StartsWith(LetterKinds.Free.Key)).ToListAsync(ct);
        return [.. approved.OrderBy(t => t.Market is not null).ThenBy(t => t.Place, StringComparer.Ordinal).DistinctBy(t => t.Key).OrderBy(t => t.Key, StringComparer.Ordinal)];
    }

    /// <summary>The letter as it would be written now; nothing is stored.</summary>
    public async Task<Outcome<LetterDocument>> PreviewAsync(FreeLetter wanted, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffContentEdit) is { } lacks) return lacks;
        var drafted = await DraftAsync(wanted, ct);
        return drafted.Succeeded ? drafted.Value.Document : Outcome<LetterDocument>.Refused(drafted.Refusals);
    }

    public async Task<Outcome<Letter>> CreateAsync(FreeLetter wanted, string clientRequestId, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffContentEdit) is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        if (await idempotency.FindAsync(Operation, clientRequestId, wanted, ct) is { } hit)
            return hit.Mismatch ? new IdempotencyMismatch() : await db.Set<Letter>().AsNoTracking().SingleAsync(l => l.Id == hit.ResultId, ct);
        var drafted = await DraftAsync(wanted, ct);
        if (!drafted.Succeeded) return Outcome<Letter>.Refused(drafted.Refusals);
        var now = clock.GetUtcNow();
        var letter = drafted.Value.Letter(await numbers.NextAsync("L", now.DateIn(drafted.Value.Market), ct), now);
        box.Keep(letter, "letter.created");
        idempotency.Remember(Operation, clientRequestId, wanted, letter);
        await write.CommitAsync(ct);
        return letter;
    }

    private async Task<Outcome<Draft>> DraftAsync(FreeLetter wanted, CancellationToken ct)
    {
        if (LetterKinds.Find(wanted.Template) is not { IsFree: true } kind) return new NotFound("letter that people write") { Path = ["template"] };
        if (wanted.SubjectNumber is { Length: > 0 } number && !Number().IsMatch(number))
            return new InvalidFormat("Number", "letters, digits and hyphens, at most 40", "C2512010000001") { Path = ["subjectNumber"] };
        if (LetterFieldPolicy.Faults(kind, wanted.Fields) is { Count: > 0 } faults) return Outcome<Draft>.Refused(faults);
        var markets = await db.Set<ProviderMarket>().Where(m => m.AccountId == wanted.AccountId).OrderBy(m => m.Id).Select(m => m.Market).ToListAsync(ct);
        if (markets.Count == 0) return new NotFound("provider") { Path = ["providerId"] };
        var market = wanted.Market ?? markets[0];
        if (!markets.Contains(market)) return new InvalidFormat("Market", "one of the provider's", markets[0].ToString()) { Path = ["market"] };
        if (await box.FindTemplateAsync(kind.Key, market, ct) is not { } template) return new NotFound("approved text") { Path = ["template"] };

        var values = new LetterValues();
        foreach (var (name, value) in wanted.Fields) values.Set(name, value);
        var about = wanted.SubjectNumber is { Length: > 0 } given ? given.ToUpperInvariant() : null;
        Letter Make(string own, DateTimeOffset at) => Letter.ByHand(kind, template, wanted.AccountId, market, about, values, own, at);
        // LETTER_FIELD_MISSING is told now, to who can do something about it.
        var all = (await facts.OfAsync(Make(NotNumbered, clock.GetUtcNow()), ct)).With(values);
        var composed = LetterLayout.Compose(kind, template.Title, template.Body, all, market);
        return composed.Succeeded ? new Draft(market, composed.Value, Make) : Outcome<Draft>.Refused([.. composed.Refusals.Select(r => r with { Path = ["fields"] })]);
    }

    private sealed record Draft(Market Market, LetterDocument Document, Func<string, DateTimeOffset, Letter> Letter);

    [GeneratedRegex(@"^[A-Za-z0-9-]{1,40}\z")]
    private static partial Regex Number();
}
