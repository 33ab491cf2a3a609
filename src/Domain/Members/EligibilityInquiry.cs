using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Members;

/// <summary>That somebody asked for eligibility: how, for which date, with which result. Criteria are kept as a hash, never in clear (PLT-17).</summary>
public sealed class EligibilityInquiry : IEntity
{
    private EligibilityInquiry() { }

    public long Id { get; private set; }
    public long? UserId { get; private set; }
    public long? AccountId { get; private set; }
    public Market Market { get; private set; }
    public SearchMode Mode { get; private set; }

    /// <summary>SHA-256 of the normalised criteria, hexadecimal.</summary>
    public string CriteriaHash { get; private set; } = "";

    public DateOnly DateOfService { get; private set; }

    /// <summary>Ids of the members found, comma-separated; empty when nobody was.</summary>
    public string ResultMemberIds { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static EligibilityInquiry Of(
        long? userId, long? accountId, Market market, SearchMode mode, string criteriaHash, DateOnly dateOfService,
        IEnumerable<long> memberIds, DateTimeOffset at) => new()
        {
            UserId = userId,
            AccountId = accountId,
            Market = market,
            Mode = mode,
            CriteriaHash = criteriaHash,
            DateOfService = dateOfService,
            ResultMemberIds = string.Join(',', memberIds),
            At = at,
        };
}
