using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Trainings;

/// <summary>ACC-15: users attest to trainings, content editors write them.</summary>
public sealed class TrainingDesk(PortalDb db, MailDesk mail, AuditLog audit, ActorScope scope, TimeProvider clock, LetterBox letters, ContentWriter writer)
{
    private static readonly ContentKind<Training> Kind = new("training", "training.saved",
        t => new { t.Title, t.Year, t.Url, t.Markets, t.RequiredForLobs, t.RequiredForKinds, t.DueOn, t.State });

    /// <summary>The signed-in user attests for the session's default provider, once; a receipt is mailed.</summary>
    public async Task<Outcome<Attestation>> AttestAsync(long trainingId, AttestationForm form, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.TrainingAttest) is { } lacks) return lacks;
        if (scope.Actor is not { Kind: ActorKind.PortalUser, UserId: { } userId, Market: { } market, DefaultAccountId: { } accountId }) return new Forbidden("portal user");
        await using var write = await db.BeginWriteAsync(ct);
        await db.LockAsync($"attestation:{trainingId}:{userId}", ct);
        var training = await db.Set<Training>().SingleOrDefaultAsync(t => t.Id == trainingId, ct);
        if (training is null || !training.IsShownIn(market)) return new NotFound("training");
        var before = await db.Set<Attestation>().AsNoTracking().SingleOrDefaultAsync(a => a.TrainingId == trainingId && a.UserId == userId, ct);
        if (TrainingPolicy.Refusals(training, form, before?.At.DateIn(market), clock.Today(market)) is { Count: > 0 } refusals) return refusals;
        var account = await db.Set<ProviderAccount>().AsNoTracking().SingleAsync(a => a.Id == accountId, ct);
        var attestation = new Attestation
        {
            TrainingId = trainingId, UserId = userId, AccountId = accountId, CareSourceProviderId = account.CareSourceProviderId,
            Name = form.Name.Trim(), JobTitle = form.JobTitle.Trim(), At = clock.GetUtcNow(),
        };
        db.Add(attestation);
        audit.Changed("training.attested", attestation, after: new { attestation.TrainingId, training.Year, attestation.AccountId });
        await ReceiptAsync(userId, account, ct);
        await letters.AddAsync(new(LetterKinds.AttestationReceipt, attestation, accountId, new LetterValues()
            .Set("name", attestation.Name).Set("training", training.Title).Set("year", $"{training.Year}").Set("attestedAt", attestation.At)) { Market = market }, ct);
        await write.CommitAsync(ct);
        return attestation;
    }

    /// <summary>Writes a new training, or a training anew; its year stays what it was.</summary>
    /// <param name="version">The version that was read; needed to write a training anew.</param>
    public Task<Outcome<Training>> SaveAsync(long? id, int? version, TrainingDraft draft, CancellationToken ct) =>
        writer.SaveAsync(Kind, id, version, draft, row => TrainingPolicy.Faults(row is null ? draft : draft with { Year = row.Year }), ct);

    // L-ATTESTATION-RECEIPT
    private async Task ReceiptAsync(long userId, ProviderAccount account, CancellationToken ct)
    {
        var user = await db.Set<User>().AsNoTracking().SingleAsync(u => u.Id == userId, ct);
        if (user.Email is not { Length: > 0 } address) return;
        mail.Queue(MailTemplates.AttestationReceipt, address, user.DisplayName, new Dictionary<string, string>
        {
            [MailFields.Name] = user.DisplayName, [MailFields.Username] = user.UserName!, [MailFields.Practice] = account.Name,
        });
    }
}
