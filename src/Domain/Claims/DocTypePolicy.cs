using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Claims;

/// <summary>CLM-03: which claim forms a provider may send online.</summary>
public static class DocTypePolicy
{
    /// <summary>The forms that this portal has a page and rules for so far.</summary>
    public static readonly IReadOnlyList<ClaimType> Offered = [ClaimType.Hcfa];

    /// <summary>What the provider's kind allows: UB for facilities, DENTAL for dental practices, HCFA for everybody's professional services.</summary>
    public static IReadOnlyList<ClaimType> ForKind(ProviderKind kind) => kind switch
    {
        ProviderKind.Physician or ProviderKind.Group or ProviderKind.Supplier => [ClaimType.Hcfa],
        ProviderKind.Facility => [ClaimType.Hcfa, ClaimType.Ub],
        ProviderKind.Dental => [ClaimType.Hcfa, ClaimType.Dental],
    };

    public static Refusal? Refuse(ClaimType? type, ProviderKind kind)
    {
        if (type is not { } wanted) return new DocTypeRequired { Path = ["type"] };
        IReadOnlyList<ClaimType> allowed = [.. ForKind(kind).Intersect(Offered)];
        return allowed.Contains(wanted) ? null : new DocTypeNotAllowed(wanted, allowed) { Path = ["type"] };
    }
}
