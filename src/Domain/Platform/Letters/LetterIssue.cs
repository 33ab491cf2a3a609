using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Letters.Rendering;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Letters;

/// <summary>
/// Writes a pending letter: looks up what every letter has, draws it, stores the file and marks the letter, each step safe to repeat. What
/// lacks a value is blocked, and told by the names of its fields.
/// </summary>
public sealed class LetterIssue(PortalDb db, LetterFacts facts, ServerFiles files, AuditLog audit, TimeProvider clock) : IOutboxHandler
{
    public const string Kind = "letter";

    public async Task RunAsync(OutboxTask task, CancellationToken ct)
    {
        var letter = await db.Set<Letter>().AsNoTracking().Include(l => l.Template).SingleAsync(l => l.Id == task.SubjectId, ct);
        if (letter.State is not LetterState.Pending) return;
        var kind = LetterKinds.Find(letter.Kind) ?? throw new InvalidOperationException($"There is no letter {letter.Kind}.");
        var values = (await facts.OfAsync(letter, ct)).With(letter.Values);
        var composed = LetterLayout.Compose(kind, letter.Template!.Title, letter.Template.Body, values, letter.Market);
        if (!composed.Succeeded)
        {
            await BlockAsync(letter.Id, composed.Refusals, ct);
            return;
        }
        var file = await files.KeepAsync($"{letter.Number}.pdf", LetterPdf.Draw(composed.Value), ct);
        await using var write = await db.BeginWriteAsync(ct);
        // Another may have written it meanwhile: the file that nobody takes is deleted by the nightly cleaning.
        if (await db.Set<Letter>().SingleAsync(l => l.Id == letter.Id, ct) is not { State: LetterState.Pending } pending) return;
        var kept = await files.TakeAsync(file, Letter.SubjectKind, ct);
        var now = clock.GetUtcNow();
        pending.Issue(values, kept.Id, LetterHtml.Page(composed.Value), now);
        db.Add(new Delivery { LetterId = pending.Id, Channel = DeliveryChannel.Portal, State = DeliveryState.Sent, At = now, Tries = 1 });
        if (kind.IsMailed) db.Add(new Delivery { LetterId = pending.Id, Channel = DeliveryChannel.Mail, State = DeliveryState.Queued, At = now });
        audit.Changed("letter.issued", pending, pending.MemberId, after: new { pending.Number, pending.Kind, pending.TemplateId, pending.FileId, kept.Sha256 });
        await write.CommitAsync(ct);
    }

    private async Task BlockAsync(long id, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        if (await db.Set<Letter>().SingleAsync(l => l.Id == id, ct) is not { State: LetterState.Pending } pending) return;
        pending.Block([.. refusals.SelectMany(r => r is LetterFieldMissing missing ? missing.Fields : [r.Code])]);
        audit.Changed("letter.blocked", pending, pending.MemberId, after: new { pending.Number, pending.Kind, pending.MissingFields });
        await write.CommitAsync(ct);
    }
}
