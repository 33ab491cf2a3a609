using System.Globalization;
using Portal.Graph.Domain.Claims.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Domain.Claims.Demo;

/// <summary>The facts of one demo claim before it is one.</summary>
internal sealed record DemoSketch(
    DemoClaimMember Member, DemoClaimProvider Provider, string? RenderingNpi, DateTimeOffset ReceivedAt, DateTimeOffset DecidedAt,
    IReadOnlyList<ClaimLineFacts> Lines, IReadOnlyList<string> Diagnoses, string PatientAccountNumber);

/// <summary>Draws demo claims one after another from a fixed seed.</summary>
internal sealed class DemoClaimMaker
{
    private static readonly Actor Core = Actor.System("core system");
    private static readonly Actor Intake = Actor.System("claim intake");
    private readonly DemoClaimsPlan _plan;
    private readonly Random _random;
    private readonly ILookup<Market, DemoClaimProvider> _providers;
    private readonly List<DemoClaimMember> _members;
    private readonly Dictionary<string, long> _accountByNpi;
    private int _serial;

    public DemoClaimMaker(DemoClaimsPlan plan)
    {
        _plan = plan;
        _random = new Random(plan.Seed);
        _providers = plan.Providers.SelectMany(p => p.Markets.Distinct().Select(m => (m, p))).ToLookup(p => p.m, p => p.p);
        _members = [.. plan.Members.Where(m => _providers.Contains(m.Market) && m.CoveredFrom <= plan.Now.DateIn(m.Market))];
        if (_members.Count == 0) throw new ArgumentException("No demo member lives in a market of a demo provider.", nameof(plan));
        _accountByNpi = plan.Providers.GroupBy(p => p.Npi).ToDictionary(g => g.Key, g => g.First().AccountId);
    }

    /// <summary>A claim whose dates suit the state: what is in process came lately, what is decided lies up to 30 months back.</summary>
    public DemoSketch Next(ClaimState state)
    {
        var member = _members[_random.Next(_members.Count)];
        var provider = Pick(_providers[member.Market].ToList());
        var recent = state is ClaimState.InProcess or ClaimState.Pended or ClaimState.Submitted;
        var today = _plan.Now.DateIn(member.Market);
        var received = today.AddDays(-(recent ? _random.Next(0, 25) : _random.Next(45, _random.Next(10) == 0 ? 910 : 700)));
        var service = Covered(member, received.AddDays(-_random.Next(2, 35)));
        if (received < service) received = service;
        var receivedAt = Instant(received, member.Market, 8 + _random.Next(10));
        var decidedAt = Earlier(receivedAt.AddDays(_random.Next(5, 30)), _plan.Now);
        var rendering = provider.RenderingNpis.Count > 0 ? provider.RenderingNpis[_random.Next(provider.RenderingNpis.Count)] : provider.Npi;
        string[] diagnoses = [.. Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => Pick(DemoServices.Diagnoses)).Distinct()];
        return new(member, provider, rendering, Earlier(receivedAt, _plan.Now), decidedAt, Lines(service, diagnoses.Length), diagnoses,
            $"PA-{++_serial:D6}");
    }

    /// <summary>The same services keyed again some days after the decision.</summary>
    public (DemoSketch Sketch, DateTimeOffset ReceivedAt) Correction(DemoSketch original)
    {
        var at = Earlier(original.DecidedAt.AddDays(6), _plan.Now);
        return (original with { ReceivedAt = at, DecidedAt = Earlier(at.AddDays(12), _plan.Now) }, at);
    }

    public Claim Replacement(DemoSketch sketch, string number, Claim original)
    {
        original.Replace(Intake, sketch.ReceivedAt);
        return Advance(Claim.Submit(Facts(sketch, number) with { Replaces = original }, Intake), sketch, ClaimState.Paid);
    }

    public Claim Make(DemoSketch sketch, string number, ClaimState state) => Advance(Claim.Submit(Facts(sketch, number), Intake), sketch, state);

    public ClaimDraft Draft(int index)
    {
        var sketch = Next(ClaimState.InProcess);
        var changed = _plan.Now.AddDays(-(index * 7 % 100));
        var draft = ClaimDraft.Start(ClaimType.Hcfa, sketch.Provider.AccountId, sketch.Member.Market, sketch.Provider.UserId, changed);
        // Every third is complete, the others lack what people key last; some were thrown away.
        var form = DemoForm.Of(sketch);
        draft.Save(index % 3 == 0 ? form : form with { TotalCharge = null, Diagnoses = [], BillingNpi = null }, [], changed);
        if (index % 6 == 5) draft.Discard(changed);
        return draft;
    }

    private Claim Advance(Claim claim, DemoSketch sketch, ClaimState state)
    {
        if (state is ClaimState.Submitted) return claim;
        if (state is ClaimState.Rejected)
        {
            var (code, field, text) = Pick(DemoServices.Rejections);
            claim.Reject([new(code, field, text)], Intake, sketch.ReceivedAt);
            return claim;
        }
        claim.Accept(Intake, sketch.ReceivedAt);
        if (state is ClaimState.InProcess) return claim;
        if (state is ClaimState.Pended)
        {
            var reason = Pick(Enum.GetValues<ClaimPendReason>());
            claim.Pend(reason, reason is ClaimPendReason.HighCharge ? ClaimReviewKind.HighDollar : null, null, Intake, sketch.ReceivedAt);
            return claim;
        }
        claim.Adjudicate(DemoResults.Of(claim, state, Category(), CheckNumber(sketch)), Core, sketch.DecidedAt);
        if (state is ClaimState.Voided) claim.Void(Core, sketch.DecidedAt);
        return claim;
    }

    private DenialCategory Category() => Pick(Enum.GetValues<DenialCategory>());

    // One check per provider and week of payment pays several claims.
    private string CheckNumber(DemoSketch sketch) =>
        string.Create(CultureInfo.InvariantCulture, $"{sketch.Provider.AccountId % 100_000 * 10_000 + DateOnly.FromDateTime(sketch.DecidedAt.UtcDateTime).DayNumber / 7 % 10_000:D12}");

    private ClaimLineFacts[] Lines(DateOnly service, int diagnoses) => [.. Enumerable.Range(0, 1 + _random.Next(4)).Select(_ =>
    {
        var offered = Pick(DemoServices.Services);
        var units = _random.Next(6) == 0 ? 2 : 1;
        return new ClaimLineFacts(service, service, offered.Code, units, offered.Price * units, offered.PlaceOfService, offered.Modifiers,
            ((char)('A' + _random.Next(diagnoses))).ToString());
    })];

    private ClaimFacts Facts(DemoSketch sketch, string number) => new()
    {
        Number = number,
        Type = ClaimType.Hcfa,
        Market = sketch.Member.Market,
        Lob = sketch.Member.Lob,
        MemberId = sketch.Member.MemberId,
        MemberIdGiven = sketch.Member.MemberIdText,
        BillingAccountId = sketch.Provider.AccountId,
        BillingNpi = sketch.Provider.Npi,
        RenderingNpi = sketch.RenderingNpi,
        RenderingAccountId = sketch.RenderingNpi is { } npi && _accountByNpi.TryGetValue(npi, out var account) ? account : null,
        PatientAccountNumber = sketch.PatientAccountNumber,
        ReceivedAt = sketch.ReceivedAt,
        Lines = sketch.Lines,
        Diagnoses = sketch.Diagnoses,
    };

    private static DateOnly Covered(DemoClaimMember member, DateOnly wanted) =>
        wanted < member.CoveredFrom ? member.CoveredFrom : wanted > member.CoveredTo ? member.CoveredTo.Value : wanted;

    private static DateTimeOffset Instant(DateOnly date, Market market, int hour) =>
        new(TimeZoneInfo.ConvertTimeToUtc(date.ToDateTime(new TimeOnly(hour, 0)), market.Zone()), TimeSpan.Zero);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
