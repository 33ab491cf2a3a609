using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts;

/// <summary>Whether a provider is in the plan's network.</summary>
public enum Participation
{
    /// <summary>Participating: under contract.</summary>
    Par,

    /// <summary>Non-participating: no contract, so no attributed members to report on.</summary>
    NonPar,
}

/// <summary>What kind of provider an account is.</summary>
public enum AccountKind
{
    /// <summary>A physician or other practitioner in own practice.</summary>
    Physician,

    /// <summary>A group practice.</summary>
    Group,

    /// <summary>A hospital or other institution.</summary>
    Facility,

    /// <summary>A dental practice.</summary>
    Dental,

    /// <summary>A supplier, such as of durable medical equipment.</summary>
    Supplier,
}

/// <summary>Whether an account does business with the plan.</summary>
public enum AccountState
{
    /// <summary>Open: claims can be submitted.</summary>
    Active,

    /// <summary>Closed for a time: nothing can be submitted.</summary>
    Suspended,

    /// <summary>Closed for good.</summary>
    Closed,
}

/// <summary>A provider that does business with the plan: a practice, a facility, a supplier.</summary>
public sealed class ProviderAccount : IVersioned
{
    private readonly List<ProviderMarket> _markets = [];
    private readonly List<ProviderAddress> _addresses = [];

    public long Id { get; private set; }
    public int Version { get; private set; }

    /// <summary>Business name of the practice, facility or supplier.</summary>
    public required string Name { get; set; }

    /// <summary>Nine digits.</summary>
    public required string TaxId { get; init; }

    /// <summary>The plan's own number for the provider, twelve digits.</summary>
    public required string CareSourceProviderId { get; init; }

    /// <summary>The billing NPI, ten digits.</summary>
    public required string Npi { get; init; }

    /// <summary>What kind of provider it is.</summary>
    public AccountKind Kind { get; init; } = AccountKind.Group;

    // ACC-02: never blocks registration.
    /// <summary>Whether it is in the plan's network; an account outside has no attributed members to report on.</summary>
    public Participation Participation { get; init; } = Participation.Par;

    /// <summary>Whether it does business with the plan.</summary>
    public AccountState State { get; private set; } = AccountState.Active;

    public IReadOnlyList<ProviderMarket> Markets => _markets;
    public IReadOnlyList<ProviderAddress> Addresses => _addresses;

    /// <summary>Adds the market unless it is enrolled on that day already.</summary>
    public ProviderAccount Enroll(Market market, Lob lob, DateOnly from, DateOnly? to = null)
    {
        if (!_markets.Exists(m => m.Market == market && m.Lob == lob && m.EffectiveFrom == from))
            _markets.Add(new ProviderMarket { Market = market, Lob = lob, EffectiveFrom = from, EffectiveTo = to });
        return this;
    }

    public ProviderAccount At(ProviderAddress address)
    {
        _addresses.Add(address);
        return this;
    }

    public Refusal? Suspend() => Move(AccountState.Active, AccountState.Suspended);

    public Refusal? Resume() => Move(AccountState.Suspended, AccountState.Active);

    // A.2: ACTIVE⇄SUSPENDED→CLOSED
    private Refusal? Move(AccountState from, AccountState to)
    {
        if (State != from)
            return new InvalidStateTransition("provider account", State.ToString(), State switch
            {
                AccountState.Active => [nameof(AccountState.Suspended)],
                AccountState.Suspended => [nameof(AccountState.Active), nameof(AccountState.Closed)],
                AccountState.Closed => [],
            });
        State = to;
        return null;
    }
}

/// <summary>A market and line of business in which the account is enrolled, with both days included.</summary>
public sealed class ProviderMarket : IEntity
{
    public long Id { get; private set; }
    public long AccountId { get; private set; }
    public required Market Market { get; init; }
    public required Lob Lob { get; init; }
    public required DateOnly EffectiveFrom { get; init; }
    public DateOnly? EffectiveTo { get; init; }
    public bool PilotEft { get; init; }
}

public enum AddressKind { Service, Billing, Mailing }

public sealed class ProviderAddress : IEntity
{
    public long Id { get; private set; }
    public long AccountId { get; private set; }
    public required AddressKind Kind { get; init; }
    public required string Line1 { get; init; }
    public string? Line2 { get; init; }
    public required string City { get; init; }
    public required string State { get; init; }
    public required string Zip { get; init; }
    public string? Phone { get; init; }
    public string? Fax { get; init; }
    public required DateOnly EffectiveFrom { get; init; }
    public DateOnly? EffectiveTo { get; init; }
}
