using Portal.GraphQL.Building;
using Portal.GraphQL.Comparison.Data;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Comparison.Host;

/// <summary>A person with insurance.</summary>
public sealed class Member
{
    internal long Id { get; init; }
    public required Utf8Text Number { get; init; }
    public required Utf8Text FirstName { get; init; }
    public required Utf8Text LastName { get; init; }
    public required DateOnly BirthDate { get; init; }
    public Utf8Text? Email { get; init; }
    public required Utf8Text Phone { get; init; }
    public required Utf8Text Street { get; init; }
    public required Utf8Text City { get; init; }
    public required Utf8Text State { get; init; }
    public required Utf8Text PostalCode { get; init; }
}

/// <summary>What a member is insured by.</summary>
public sealed record Plan(Utf8Text Code, Utf8Text Name);

/// <summary>A time in which a member is insured.</summary>
/// <param name="EndDate">The last day; null while it goes on.</param>
public sealed record Coverage(Utf8Text GroupNumber, DateOnly StartDate, DateOnly? EndDate, Plan Plan);

/// <summary>Whether a member is insured on a day.</summary>
/// <param name="Coverage">The coverage of that day; null when there is none.</param>
public sealed record Eligibility(DateOnly Date, Member Member, Coverage? Coverage)
{
    public bool IsEligible => Coverage is not null;
}

/// <summary>Who treats members.</summary>
public sealed class Provider
{
    internal long Id { get; init; }

    /// <summary>The national provider identifier.</summary>
    public required Utf8Text Npi { get; init; }
    public required Utf8Text Name { get; init; }
    public required Utf8Text Specialty { get; init; }
    public required Utf8Text City { get; init; }
}

/// <summary>What became of a claim.</summary>
public enum ClaimStatus { Received, InProcess, Paid, Denied, Voided }

/// <summary>A bill for a treatment.</summary>
public sealed class Claim
{
    internal long Id { get; init; }
    internal long MemberId { get; init; }
    internal long ProviderId { get; init; }
    internal long ChargedCents { get; init; }
    internal long PaidCents { get; init; }

    // Where the statement joined them.
    internal Member? Member { get; init; }
    internal Provider? Provider { get; init; }

    public required Utf8Text Number { get; init; }
    public required ClaimStatus Status { get; init; }
    public required Utf8Text Diagnosis { get; init; }
    public required DateOnly ServiceDate { get; init; }
    public required DateOnly ReceivedDate { get; init; }

    /// <summary>In US dollars.</summary>
    public decimal Charged => Money.OfCents(ChargedCents);

    /// <summary>In US dollars.</summary>
    public decimal Paid => Money.OfCents(PaidCents);
}

/// <summary>One service on a claim.</summary>
public sealed class ClaimLine
{
    internal long ClaimId { get; init; }
    internal long ChargedCents { get; init; }
    internal long AllowedCents { get; init; }
    internal long PaidCents { get; init; }
    public required int Line { get; init; }
    public required Utf8Text Procedure { get; init; }
    public required Utf8Text Description { get; init; }
    public required int Units { get; init; }

    /// <summary>In US dollars.</summary>
    public decimal Charged => Money.OfCents(ChargedCents);

    /// <summary>In US dollars.</summary>
    public decimal Allowed => Money.OfCents(AllowedCents);

    /// <summary>In US dollars.</summary>
    public decimal Paid => Money.OfCents(PaidCents);
}

/// <summary>Describes the object type of <see cref="Claim"/>: what its properties do not hold is loaded.</summary>
[ObjectType<Claim>]
public static class ClaimType
{
    public static ValueTask<Member> GetMember([Parent] Claim claim, MemberById members, CancellationToken cancellationToken) =>
        claim.Member is { } joined ? new ValueTask<Member>(joined) : members.LoadAsync(claim.MemberId, cancellationToken)!;

    public static ValueTask<Provider> GetProvider([Parent] Claim claim, ProviderById providers, CancellationToken cancellationToken) =>
        claim.Provider is { } joined ? new ValueTask<Provider>(joined) : providers.LoadAsync(claim.ProviderId, cancellationToken)!;

    public static ValueTask<IReadOnlyList<ClaimLine>> GetLines([Parent] Claim claim, LinesByClaim lines, CancellationToken cancellationToken) =>
        lines.LoadAsync(claim.Id, cancellationToken);
}
