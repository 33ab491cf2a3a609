using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Letters.Rendering;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Letters;

/// <summary>What staff do with letters that are there: correct, tell of again, have written after a fault. An issued letter itself never changes.</summary>
public sealed class LetterDesk(
    PortalDb db, LetterBox box, LetterFacts facts, NumberSeries numbers, OutboxTasks tasks, MailDesk mail, ActorScope scope, AuditLog audit, TimeProvider clock)
{
    // DOC-03
    /// <summary>Writes the letter anew, with today's facts and the given values over its own; the old one stays.</summary>
    /// <param name="changes">Values of the letter's own fields.</param>
    public async Task<Outcome<Letter>> SupersedeAsync(long id, int version, IReadOnlyDictionary<string, string?> changes, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffContentEdit) is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        if (await db.Set<Letter>().SingleOrDefaultAsync(l => l.Id == id, ct) is not { } wrong) return new NotFound("letter");
        if (wrong.Version != version) return new ConcurrentChange("letter");
        if (wrong.State is not LetterState.Issued || await db.Set<Letter>().AnyAsync(l => l.SupersedesId == id, ct))
            return new InvalidStateTransition("letter", wrong.State is LetterState.Issued ? "superseded" : wrong.State.ToString(), []);
        var kind = LetterKinds.Find(wrong.Kind)!;
        if (LetterFieldPolicy.Faults(kind, changes) is { Count: > 0 } faults) return Outcome<Letter>.Refused(faults);
        var template = await box.TemplateAsync(wrong.Kind, wrong.Market, ct);
        var values = Own(kind, wrong.Values, changes);
        var now = clock.GetUtcNow();
        var letter = Letter.Correcting(wrong, template, values, await numbers.NextAsync("L", now.DateIn(wrong.Market), ct), now);
        // LETTER_FIELD_MISSING is told now, to who can do something about it.
        var composed = LetterLayout.Compose(kind, template.Title, template.Body, (await facts.OfAsync(letter, ct)).With(values), letter.Market);
        if (!composed.Succeeded) return Outcome<Letter>.Refused([.. composed.Refusals.Select(r => r with { Path = ["fields"] })]);
        box.Keep(letter, "letter.corrected");
        await write.CommitAsync(ct);
        return letter;
    }

    /// <summary>Has a letter that lacked something written again, by the template in use today.</summary>
    public async Task<Outcome<Letter>> TryAgainAsync(long id, int version, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffContentEdit) is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        if (await db.Set<Letter>().SingleOrDefaultAsync(l => l.Id == id, ct) is not { } letter) return new NotFound("letter");
        if (letter.Version != version) return new ConcurrentChange("letter");
        if (letter.TryAgain(await box.TemplateAsync(letter.Kind, letter.Market, ct)) is { } refusal) return refusal;
        tasks.Add(LetterIssue.Kind, letter, $"again-{version}");
        audit.Changed("letter.triedAgain", letter, letter.MemberId, after: new { letter.Number });
        await write.CommitAsync(ct);
        return letter;
    }

    /// <summary>Mails the account's administrators who want it that the letter is there; the mail says nothing of what it is about.</summary>
    /// <returns>The letter, and to how many it was told.</returns>
    public async Task<Outcome<(Letter Letter, int Told)>> ResendAsync(long id, CancellationToken ct)
    {
        if (!LetterReads.MayRead(scope.Actor)) return scope.Actor.Lacks(Permission.StaffContentEdit) ?? new Forbidden(Permission.StaffContentEdit.Name());
        await using var write = await db.BeginWriteAsync(ct);
        if (await db.Set<Letter>().SingleOrDefaultAsync(l => l.Id == id, ct) is not { } letter) return new NotFound("letter");
        if (letter.State is not LetterState.Issued || letter.Recipient is not LetterRecipient.Provider) return new InvalidStateTransition("letter", letter.State.ToString(), []);
        var account = await db.Set<ProviderAccount>().Where(a => a.Id == letter.AccountId).Select(a => a.Name).SingleAsync(ct);
        var told = (await db.Set<Membership>().Where(m => m.AccountId == letter.AccountId && m.Role == MembershipRole.Admin && m.State == MembershipState.Active
            && m.User!.State == UserState.Active).Select(m => m.User!).ToListAsync(ct))
            .Where(u => u.Email is { Length: > 0 } && u.EmailConfirmed && u.NotificationChoices.HasFlag(Notifications.Letters)).ToList();
        foreach (var user in told)
            mail.Queue(MailTemplates.LetterAvailable, user.Email!, user.DisplayName, new Dictionary<string, string> { [MailFields.Name] = user.DisplayName, [MailFields.Practice] = account });
        if (told.Count > 0) db.Add(new Delivery { LetterId = id, Channel = DeliveryChannel.EmailNotice, State = DeliveryState.Sent, At = clock.GetUtcNow(), Tries = told.Count });
        audit.Changed("letter.resent", letter, letter.MemberId, after: new { letter.Number, Told = told.Count });
        await write.CommitAsync(ct);
        return (letter, told.Count);
    }

    /// <summary>The letter as it stands, drawn from what is stored of it.</summary>
    public static Outcome<LetterDocument> Document(Letter letter) =>
        LetterLayout.Compose(LetterKinds.Find(letter.Kind)!, letter.Template!.Title, letter.Template.Body, letter.Values, letter.Market);

    // Lists stay as they are; a text that is emptied is gone.
    private static LetterValues Own(LetterKind kind, LetterValues values, IReadOnlyDictionary<string, string?> changes)
    {
        var own = new LetterValues();
        foreach (var field in kind.Own)
            if (field.Kind is LetterFieldKind.List)
            {
                if (values.Rows(field.Name) is { } rows) own.Set(field.Name, rows);
            }
            else own.Set(field.Name, changes.TryGetValue(field.Name, out var changed) ? changed : values.Text(field.Name));
        return own;
    }
}
