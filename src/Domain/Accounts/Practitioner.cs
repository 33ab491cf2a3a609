using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts;

/// <summary>Whether a practitioner still treats patients.</summary>
public enum PractitionerState
{
    /// <summary>Treats patients.</summary>
    Active,

    /// <summary>Does not treat patients at present.</summary>
    Inactive,

    /// <summary>Has died.</summary>
    Deceased,
}

/// <summary>A person who treats patients, known by the NPI.</summary>
public sealed class Practitioner : IVersioned
{
    private readonly List<PractitionerAffiliation> _affiliations = [];

    public long Id { get; private set; }
    public int Version { get; private set; }

    /// <summary>National Provider Identifier, 10 digits.</summary>
    public required string Npi { get; init; }

    /// <summary>Given name.</summary>
    public required string FirstName { get; set; }

    /// <summary>Family name.</summary>
    public required string LastName { get; set; }

    /// <summary>Specialty in words, such as <c>Family Medicine</c>.</summary>
    public required string Specialty { get; set; }

    /// <summary>For example NP or PA; null for physicians.</summary>
    public string? ExtenderType { get; init; }

    /// <summary>May be a member's primary care provider.</summary>
    public bool IsPcp { get; init; }

    public bool IsBehavioral { get; init; }
    public string LicenceNumber { get; init; } = "";
    public string LicenceState { get; init; } = "";

    /// <summary>Whether the practitioner still treats patients.</summary>
    public PractitionerState State { get; init; } = PractitionerState.Active;

    public required DateOnly EffectiveFrom { get; init; }
    public DateOnly? EffectiveTo { get; init; }
    public IReadOnlyList<PractitionerAffiliation> Affiliations => _affiliations;

    public bool IsActiveOn(DateOnly date) =>
        State is PractitionerState.Active && EffectiveFrom <= date && (EffectiveTo is null || date <= EffectiveTo);

    public Practitioner WorksFor(ProviderAccount account, DateOnly from, DateOnly? to = null)
    {
        _affiliations.Add(new PractitionerAffiliation { Account = account, EffectiveFrom = from, EffectiveTo = to });
        return this;
    }
}

/// <summary>A practitioner's time with a provider account, both days included.</summary>
public sealed class PractitionerAffiliation : IEntity
{
    public long Id { get; private set; }
    public long PractitionerId { get; private set; }
    public long AccountId { get; private set; }
    public ProviderAccount? Account { get; init; }
    public required DateOnly EffectiveFrom { get; init; }
    public DateOnly? EffectiveTo { get; init; }
    public bool AcceptingNew { get; init; } = true;
    public int? AgeFrom { get; init; }
    public int? AgeTo { get; init; }
    public string? GenderLimit { get; init; }
}
