using Portal.Graph.Domain.Demo;
using Portal.Graph.Schema.Tests.Claims;

namespace Portal.Graph.Schema.Tests.Platform;

/// <summary>What one practice has, or, for comparison, what nobody has.</summary>
internal sealed record Belongings(string ClaimId, string ClaimNumber, string CheckNumber, string DraftId, string AccountId, string Npi)
{
    public static Belongings Nobodys(TestPortal portal) => new(
        portal.IdOf("Claim"), "C2501019999999", "7777777", portal.IdOf("ClaimDraft"), portal.IdOf("ProviderAccount"), "2899999990");

    public static async Task<Belongings> MakeAsync(TestPortal portal, Biller biller, string providerId, string checkNumber)
    {
        var number = await portal.HistoryAsync(new(2025, 11, 3, 15, 0, 0, TimeSpan.Zero), checkNumber, providerId);
        var claim = await biller.Client.SendAsync("query($n: String!) { claim(number: $n) { id } }", new { n = number });
        var draft = await biller.KeyAsync(biller.Form("2025-11-21"));
        return new(claim.Data("claim", "id").GetString()!, number, checkNumber, draft.Id, biller.AccountId, biller.Npi);
    }

    /// <summary>An answer with what was asked for struck out, so that answers about different things can be compared.</summary>
    public string Strike(ApiAnswer answer) =>
        new[] { ClaimId, ClaimNumber, CheckNumber, DraftId, AccountId, Npi }.Aggregate(answer.Text, (text, value) => text.Replace(value, "…"));
}

/// <summary>Two practices, each with a claim, a draft and a session.</summary>
public sealed class TwoPractices : IAsyncLifetime
{
    private readonly Dictionary<string, (Biller Biller, Belongings Own)> _practices = [];

    public TestPortal Portal { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Portal = await TestPortal.StartAsync();
        var (first, second) = (await Biller.SignInAsync(Portal, "demo.admin"), await Biller.OtherAsync(Portal));
        _practices["demo"] = (first, await Belongings.MakeAsync(Portal, first, DemoCast.PracticeProviderId, "8800001"));
        _practices["other"] = (second, await Belongings.MakeAsync(Portal, second, DemoCast.OtherPracticeProviderId, "8800002"));
    }

    public Task DisposeAsync() => Portal.DisposeAsync().AsTask();

    public ApiClient Client(string practice) => _practices[practice].Biller.Client;

    internal Belongings Own(string practice) => _practices[practice].Own;
}
