using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Contacts;

/// <summary>A phone, fax, address or link of a market; without a market it is everyone's (COM-09).</summary>
public sealed class ContactText : IVersioned, IRuleRow
{
    public long Id { get; private set; }
    public int Version { get; private set; }
    public required string Key { get; init; }
    public Market? Market { get; init; }
    public required string Value { get; set; }
}

internal sealed class ContactTextMapping : IEntityTypeConfiguration<ContactText>
{
    public void Configure(EntityTypeBuilder<ContactText> row)
    {
        row.Property(c => c.Key).HasMaxLength(80);
        row.Property(c => c.Value).HasMaxLength(500);
        row.HasIndex(c => new { c.Key, c.Market }).IsUnique();
    }
}

/// <summary>COM-09: contact texts by market, else DEFAULT, else "see Contact Us". Kept in memory; a change of any process is seen as one of policies is.</summary>
public sealed class ContactTexts(IServiceScopeFactory scopes, RuleRevision revision)
{
    public const string Fallback = "see Contact Us";
    private volatile Loaded? _loaded;

    public async ValueTask<string> TextAsync(string key, Market? market, CancellationToken ct) =>
        await FindAsync(key, market, ct) ?? Fallback;

    /// <summary>The route by phone; by the Contact Us page when the market has no number.</summary>
    public async ValueTask<OtherPath> PhoneAsync(string key, Market? market, CancellationToken ct) =>
        await FindAsync(key, market, ct) is { } phone
            ? new OtherPath(OtherPathKind.Phone, $"{Label(key)}: {phone}", Phone: phone)
            : ContactUs(key);

    public async ValueTask<OtherPath> FaxAsync(string key, Market? market, CancellationToken ct) =>
        await FindAsync(key, market, ct) is { } fax
            ? new OtherPath(OtherPathKind.Fax, $"{Label(key)}: {fax}", Fax: fax)
            : ContactUs(key);

    public async ValueTask<OtherPath> MailAsync(string key, Market? market, CancellationToken ct) =>
        await FindAsync(key, market, ct) is { } address
            ? new OtherPath(OtherPathKind.Mail, $"{Label(key)}: {address}", MailAddress: address)
            : ContactUs(key);

    private static OtherPath ContactUs(string key) => new(OtherPathKind.ContactTeam, $"{Label(key)}: {Fallback}", PageKey: "contact.us");

    private async ValueTask<string?> FindAsync(string key, Market? market, CancellationToken ct)
    {
        var now = await revision.CurrentAsync(ct);
        if (_loaded is not { } loaded || loaded.Revision != now) _loaded = loaded = await LoadAsync(now, ct);
        var texts = loaded.Texts;
        return texts.GetValueOrDefault((key, market)) ?? texts.GetValueOrDefault((key, null));
    }

    // The revision was read before the rows: they are at least as new.
    private async Task<Loaded> LoadAsync(long now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<ContactText>().AsNoTracking().ToListAsync(ct);
        return new(now, rows.ToFrozenDictionary(r => (r.Key, r.Market), r => r.Value));
    }

    private sealed record Loaded(long Revision, FrozenDictionary<(string, Market?), string> Texts);

    private static string Label(string key) => key switch
    {
        "contact.providerServices" => "Provider Services",
        "contact.tty" => "TTY",
        "contact.nurseLine" => "Nurse line",
        "contact.fraud" => "Fraud hotline",
        "contact.eligibilityIvr" => "Automated eligibility line",
        "contact.um" => "Utilization Management",
        "contact.umFax" => "Utilization Management fax",
        "contact.dentalAppeals.mail" or "contact.dentalAppeals.fax" => "Dental appeals",
        "contact.clinicalAppeals.mail" or "contact.clinicalAppeals.fax" => "Clinical appeals",
        "contact.contracting" => "Market Contracting",
        _ => "Contact",
    };
}
