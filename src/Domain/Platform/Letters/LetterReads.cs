using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.Domain.Platform.Letters;

/// <summary>Which letters; all that are given must fit.</summary>
/// <param name="Text">Part of the letter's number, the subject's number or the provider's name.</param>
/// <param name="Kind">The letter's key; <c>L-FREE</c> stands for all that people wrote.</param>
/// <param name="From">Its day or later.</param>
/// <param name="To">Its day or earlier.</param>
public sealed record LetterFilter(string? Text = null, string? Kind = null, Market? Market = null, LetterState? State = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>A letter with whom it is addressed to and how it went.</summary>
public sealed record LetterView(Letter Letter, string ProviderName, string ProviderId, IReadOnlyList<Delivery> Deliveries, Letter? Supersedes, Letter? SupersededBy);

/// <summary>Letters as staff see them; every one that is shown is on record.</summary>
public sealed class LetterReads(PortalDb db, ActorScope scope, AuditLog audit)
{
    private static readonly Permission[] Readers = [Permission.StaffContentEdit, Permission.StaffSupport];

    /// <summary>Whether the actor sees letters at all.</summary>
    public static bool MayRead(Actor actor) => actor.Kind is ActorKind.System || (actor.IsStaff && Readers.Any(actor.Has));

    /// <summary>Newest first.</summary>
    public AuditedQuery<Letter> Letters(LetterFilter filter)
    {
        var allowed = MayRead(scope.Actor);
        var letters = db.Set<Letter>().AsNoTracking().Include(l => l.Template).Where(l => allowed);
        if (filter.Kind is { Length: > 0 } kind) letters = kind == LetterKinds.Free.Key ? letters.Where(l => l.Kind.StartsWith(kind)) : letters.Where(l => l.Kind == kind);
        if (filter.Market is { } market) letters = letters.Where(l => l.Market == market);
        if (filter.State is { } state) letters = letters.Where(l => l.State == state);
        if (filter.From is { } from) letters = letters.Where(l => l.CreatedDate >= from);
        if (filter.To is { } to) letters = letters.Where(l => l.CreatedDate <= to);
        if (filter.Text?.Trim() is { Length: > 0 } text)
        {
            var upper = text.ToUpperInvariant();
            letters = letters.Where(l => l.Number.StartsWith(upper) || l.SubjectNumber == upper
                || db.Set<ProviderAccount>().Any(a => a.Id == l.AccountId && (a.CareSourceProviderId == text || a.Name.ToUpper().Contains(upper))));
        }
        return new(letters.OrderByDescending(l => l.Id), page =>
        {
            foreach (var letter in page) audit.Read(nameof(Letter), letter.Id, letter.MemberId, "summary");
        });
    }

    /// <summary>Null when there is none, or the actor sees none.</summary>
    public async Task<Letter?> FindAsync(long id, CancellationToken ct)
    {
        if (!MayRead(scope.Actor)) return null;
        if (await db.Set<Letter>().AsNoTracking().Include(l => l.Template).SingleOrDefaultAsync(l => l.Id == id, ct) is not { } letter) return null;
        audit.Read(nameof(Letter), letter.Id, letter.MemberId, "content");
        return letter;
    }

    /// <summary>The letter with all that belongs to it.</summary>
    public async Task<LetterView?> ViewAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } letter) return null;
        var account = await db.Set<ProviderAccount>().AsNoTracking().Where(a => a.Id == letter.AccountId).Select(a => new { a.Name, a.CareSourceProviderId }).SingleAsync(ct);
        var deliveries = await db.Set<Delivery>().AsNoTracking().Where(d => d.LetterId == id).OrderBy(d => d.Id).ToListAsync(ct);
        var before = letter.SupersedesId is { } wrong ? await db.Set<Letter>().AsNoTracking().SingleAsync(l => l.Id == wrong, ct) : null;
        var after = await db.Set<Letter>().AsNoTracking().Where(l => l.SupersedesId == id).FirstOrDefaultAsync(ct);
        return new(letter, account.Name, account.CareSourceProviderId, deliveries, before, after);
    }
}

/// <summary>Who opens the file of a letter: its account, unless it is to the member, the staff who see letters, and who works on its subject.</summary>
internal sealed class LetterFiles(PortalDb db, ActorScope scope, ItemLetters work) : IFileSubject
{
    public string Kind => Letter.SubjectKind;

    public async ValueTask<FileGrant?> GrantAsync(StoredFile file, CancellationToken ct)
    {
        var actor = scope.Actor;
        var letter = await db.Set<Letter>().AsNoTracking().Where(l => l.FileId == file.Id).Select(l => new { l.AccountId, l.MemberId, l.Recipient, l.SubjectType, l.SubjectId }).SingleOrDefaultAsync(ct);
        if (letter is null) return null;
        var own = actor.Kind is ActorKind.PortalUser && actor.Has(Permission.DocumentsRead) && actor.AccountIds.Contains(letter.AccountId)
            && letter.Recipient is LetterRecipient.Provider;
        return own || LetterReads.MayRead(actor) || (letter.SubjectId is { } subject && await work.WorksOnAsync(letter.SubjectType, subject, ct))
            ? new FileGrant(letter.MemberId) : null;
    }
}
