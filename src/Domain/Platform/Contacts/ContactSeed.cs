using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Contacts;

/// <summary>The texts that the catalogue gives (COM-09, DSP-06, F). Keys without a text here stay empty and fall back.</summary>
internal static class ContactSeed
{
    private static readonly (string Key, Market? Market, string Value)[] Texts =
    [
        ("contact.providerServices", Market.OH, "1-800-488-0134"),
        ("contact.tty", Market.OH, "1-800-750-0750 or 711"),
        ("contact.fraud", Market.OH, "1-800-488-0134"),
        ("contact.eligibilityIvr", Market.OH, "1-800-488-0134"),
        ("contact.nurseLine", null, "CareSource24 1-866-206-0554"),
        ("contact.hours", null, "Monday to Friday, 8 a.m. to 6 p.m."),
        ("contact.um", null, "the number on the back of the member's ID card"),
        ("contact.dentalAppeals.mail", null, "CareSource, Attn: Grievance and Appeals, P.O. Box 1947, Dayton, OH 45401-1947"),
        ("contact.dentalAppeals.fax", null, "937-531-2398"),
        ("content.verifyBeforeService", null,
            "Check the member's eligibility before you give a service, except in an emergency. An answer is no promise of payment."),
    ];

    public static async Task AddMissingAsync(PortalDb db, CancellationToken ct)
    {
        var known = (await db.Set<ContactText>().Select(c => new { c.Key, c.Market }).ToListAsync(ct))
            .Select(c => (c.Key, c.Market)).ToHashSet();
        db.AddRange(Texts.Where(t => !known.Contains((t.Key, t.Market)))
            .Select(t => new ContactText { Key = t.Key, Market = t.Market, Value = t.Value }));
    }
}
