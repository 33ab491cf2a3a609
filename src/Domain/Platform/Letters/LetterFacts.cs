using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform.Contacts;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Letters;

/// <summary>Section D: the values that every letter has, as they are when it is written.</summary>
public sealed class LetterFacts(PortalDb db, ContactTexts contacts)
{
    public async Task<LetterValues> OfAsync(Letter letter, CancellationToken ct)
    {
        var account = await db.Set<ProviderAccount>().AsNoTracking().Include(a => a.Addresses).SingleAsync(a => a.Id == letter.AccountId, ct);
        var member = letter.MemberId is { } id ? await db.Set<Member>().AsNoTracking().SingleAsync(m => m.Id == id, ct) : null;
        var market = letter.Market;
        return new LetterValues()
            .Set("number", letter.Number).Set("date", letter.CreatedDate).Set("market", market.StateName())
            .Set("providerName", account.Name).Set("providerId", account.CareSourceProviderId)
            .Set("providerAddress", AddressOf(account, letter.CreatedDate))
            .Set("subjectNumber", letter.SubjectNumber).Set("memberName", member?.FullName).Set("memberId", member?.Number.ToString())
            .Set("providerServices", await contacts.TextAsync("contact.providerServices", market, ct))
            .Set("tty", await contacts.TextAsync("contact.tty", market, ct))
            .Set("hours", await contacts.TextAsync("contact.hours", market, ct))
            .Set("language", "en");
    }

    // Where the practice wants its mail; else where it is.
    private static string? AddressOf(ProviderAccount account, DateOnly on)
    {
        AddressKind[] order = [AddressKind.Mailing, AddressKind.Billing, AddressKind.Service];
        var address = account.Addresses.Where(a => a.EffectiveFrom <= on && (a.EffectiveTo is null || on <= a.EffectiveTo))
            .OrderBy(a => Array.IndexOf(order, a.Kind)).ThenByDescending(a => a.EffectiveFrom).ThenBy(a => a.Id).FirstOrDefault();
        return address is null ? null
            : string.Join('\n', new[] { address.Line1, address.Line2, $"{address.City}, {address.State} {address.Zip}" }.Where(l => !string.IsNullOrWhiteSpace(l)));
    }
}
