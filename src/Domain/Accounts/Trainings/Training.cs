using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Accounts.Trainings;

/// <summary>What staff write of a training.</summary>
public sealed record TrainingDraft(
    string Title, int Year, string? Description, string Url, IReadOnlyList<Market> Markets, IReadOnlyList<Lob> RequiredForLobs,
    IReadOnlyList<AccountKind> RequiredForKinds, DateOnly? DueOn, ContentState State);

// ACC-15
/// <summary>A training of a year that users of providers complete and attest to.</summary>
public sealed class Training : IContent<Training, TrainingDraft>
{
    public const int TitleLength = 150, DescriptionLength = 1000;

    private Training() { }

    public long Id { get; private set; }
    public int Version { get; private set; }

    /// <summary>What it is called, such as "Model of Care".</summary>
    public string Title { get; private set; } = "";

    /// <summary>The calendar year that it counts for.</summary>
    public int Year { get; private set; }

    /// <summary>What it is about; null when the title says it.</summary>
    public string? Description { get; private set; }

    /// <summary>Where it is held.</summary>
    public string Url { get; private set; } = "";

    /// <summary>The markets that show it; empty for all.</summary>
    public IReadOnlyList<Market> Markets { get; private set; } = [];

    /// <summary>Providers of these lines of business must complete it; empty for all lines.</summary>
    public IReadOnlyList<Lob> RequiredForLobs { get; private set; } = [];

    /// <summary>Providers of these kinds must complete it; empty for all kinds.</summary>
    public IReadOnlyList<AccountKind> RequiredForKinds { get; private set; } = [];

    /// <summary>The last day on which it can be attested: 31 December of its year unless staff gave more or less time.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Whether users see it.</summary>
    public ContentState State { get; private set; }

    public static Training Of(TrainingDraft draft)
    {
        var training = new Training { Year = draft.Year };
        training.Write(draft);
        return training;
    }

    /// <summary>Writes everything but the year: attestations count for it.</summary>
    public void Write(TrainingDraft draft)
    {
        (Title, Description, Url) = (draft.Title.Trim(), ContentPolicy.Trimmed(draft.Description), draft.Url.Trim());
        (Markets, RequiredForLobs, RequiredForKinds) =
            ([.. draft.Markets.Distinct().Order()], [.. draft.RequiredForLobs.Distinct().Order()], [.. draft.RequiredForKinds.Distinct().Order()]);
        // ACC-15: due on 31 December of its year.
        (DueOn, State) = (draft.DueOn ?? new(Year, 12, 31), draft.State);
    }

    public bool IsShownIn(Market? market) => State is ContentState.Published && (market is not { } one || Markets.Count == 0 || Markets.Contains(one));
}

// ACC-15: once per user and training.
/// <summary>A user's word of having completed a training.</summary>
public sealed class Attestation : IEntity
{
    public const int NameLength = 100, JobTitleLength = 80;

    public long Id { get; private set; }
    public required long TrainingId { get; init; }

    /// <summary>The training attested to.</summary>
    public Training? Training { get; private set; }
    public required long UserId { get; init; }
    public required long AccountId { get; init; }

    /// <summary>The plan's number of the provider for whom it was made.</summary>
    public required string CareSourceProviderId { get; init; }

    /// <summary>The user's name as signed.</summary>
    public required string Name { get; init; }

    /// <summary>The user's title at the provider's.</summary>
    public required string JobTitle { get; init; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset At { get; init; }
}
