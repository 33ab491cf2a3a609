using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Claims;

/// <summary>CLM-03: which claim forms a provider may send online.</summary>
public static class DocTypePolicy
{
    /// <summary>The forms that this portal has a page and rules for so far.</summary>
    public static readonly IReadOnlyList<ClaimType> Offered = [ClaimType.Hcfa];

    /// <summary>What the provider's kind allows: UB for facilities, DENTAL for dental practices, HCFA for everybody's professional services.</summary>
    public static IReadOnlyList<ClaimType> ForKind(AccountKind kind) => kind switch
    {
        AccountKind.Physician or AccountKind.Group or AccountKind.Supplier => [ClaimType.Hcfa],
        AccountKind.Facility => [ClaimType.Hcfa, ClaimType.Ub],
        AccountKind.Dental => [ClaimType.Hcfa, ClaimType.Dental],
    };

    public static Refusal? Refuse(ClaimType? type, AccountKind kind)
    {
        if (type is not { } wanted) return new DocTypeRequired { Path = ["type"] };
        IReadOnlyList<ClaimType> allowed = [.. ForKind(kind).Intersect(Offered)];
        return allowed.Contains(wanted) ? null : new DocTypeNotAllowed(wanted, allowed) { Path = ["type"] };
    }
}
