using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Claims.Demo;

/// <summary>A member of the demo plan and the days of cover.</summary>
/// <param name="MemberIdText">As printed, <c>123456789-01</c>.</param>
public sealed record DemoClaimMember(
    long MemberId, string MemberIdText, string FirstName, string LastName, DateOnly BirthDate, Market Market, Lob Lob,
    DateOnly CoveredFrom, DateOnly? CoveredTo);

/// <summary>A provider account of the demo plan.</summary>
/// <param name="RenderingNpis">Practitioners who work for it; may be empty.</param>
/// <param name="UserId">Who keys its drafts.</param>
public sealed record DemoClaimProvider(
    long AccountId, string Npi, string TaxId, IReadOnlyList<Market> Markets, IReadOnlyList<string> RenderingNpis, long UserId);

/// <summary>What the demo claims are made from; the same plan gives the same claims.</summary>
/// <param name="Now">The plan's present: claims in process are recent, none is later.</param>
/// <param name="Count">About how many claims.</param>
public sealed record DemoClaimsPlan(
    IReadOnlyList<DemoClaimMember> Members, IReadOnlyList<DemoClaimProvider> Providers, DateTimeOffset Now, int Count = 6000, int Seed = 20251);

/// <summary>What was made.</summary>
public sealed record DemoClaimsReport(int Claims, int Drafts, IReadOnlyDictionary<ClaimState, int> ByState);
