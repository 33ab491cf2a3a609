using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Content;

namespace Portal.Graph.Domain.Accounts.Trainings;

/// <summary>The user attested to this training before.</summary>
/// <param name="On">The day of that attestation, in the session's market.</param>
public sealed record AttestationAlreadyMade(DateOnly On) : Refusal($"You attested to this training on {On:yyyy-MM-dd}. Once is enough.");

/// <summary>The box that says the training was completed is not ticked.</summary>
public sealed record AttestationBoxUnchecked() : Refusal("Tick the box that says you completed the training.");

/// <summary>The time to attest to the training is over.</summary>
/// <param name="Year">The training's year.</param>
/// <param name="LastDay">The last day on which it could be attested.</param>
public sealed record TrainingClosed(int Year, DateOnly LastDay) : Refusal($"The year {Year} of this training closed on {LastDay:yyyy-MM-dd}.");

/// <summary>What a user signs.</summary>
/// <param name="Name">The user's name.</param>
/// <param name="JobTitle">The user's title.</param>
/// <param name="Accepted">Whether the box is ticked.</param>
public sealed record AttestationForm(string Name, string JobTitle, bool Accepted);

/// <summary>ACC-15: who must complete a training, and when an attestation is taken.</summary>
public static class TrainingPolicy
{
    /// <summary>Years that a training may count for.</summary>
    public static readonly (int First, int Last) Years = (2015, 2099);

    public static List<Refusal> Faults(TrainingDraft draft)
    {
        List<Refusal> faults =
        [
            .. ContentPolicy.Text("Title", "title", draft.Title, Training.TitleLength),
            .. ContentPolicy.Text("Description", "description", draft.Description, Training.DescriptionLength, required: false),
            .. ContentPolicy.Link("Address", "url", draft.Url),
        ];
        if (draft.Year < Years.First || draft.Year > Years.Last) faults.Add(new InvalidFormat("Year", $"a year from {Years.First} to {Years.Last}", "2026") { Path = ["year"] });
        else if (draft.DueOn is { } due && due.Year < draft.Year) faults.Add(new InvalidFormat("Due date", "in the training's year or later", $"{draft.Year}-12-31") { Path = ["dueOn"] });
        return faults;
    }

    /// <summary>What stands against the attestation today; everything of the form at once.</summary>
    /// <param name="madeOn">When the user attested before; null when never.</param>
    public static List<Refusal> Refusals(Training training, AttestationForm form, DateOnly? madeOn, DateOnly today)
    {
        if (madeOn is { } on) return [new AttestationAlreadyMade(on)];
        if (today > training.DueOn) return [new TrainingClosed(training.Year, training.DueOn)];
        List<Refusal> faults =
        [
            .. ContentPolicy.Text("Name", "name", form.Name, Attestation.NameLength),
            .. ContentPolicy.Text("Title", "jobTitle", form.JobTitle, Attestation.JobTitleLength),
        ];
        if (!form.Accepted) faults.Add(new AttestationBoxUnchecked { Path = ["accepted"] });
        return faults;
    }

    /// <summary>Whether a provider of that kind with those enrollments must complete it on that day.</summary>
    public static bool IsRequired(Training training, AccountKind kind, IEnumerable<ProviderMarket> enrollments, DateOnly on) =>
        (training.RequiredForKinds.Count == 0 || training.RequiredForKinds.Contains(kind))
        && enrollments.Any(e => e.EffectiveFrom <= on && (e.EffectiveTo is null || on <= e.EffectiveTo)
            && (training.Markets.Count == 0 || training.Markets.Contains(e.Market))
            && (training.RequiredForLobs.Count == 0 || training.RequiredForLobs.Contains(e.Lob)));
}
