using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Trainings;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Content;

namespace Portal.Graph.BackOffice.Accounts.Trainings;

/// <summary>A training as it is written.</summary>
public sealed class TrainingForm
{
    public string? Title { get; set; }
    public int? Year { get; set; }
    public string? Description { get; set; }
    public string? Url { get; set; }
    public List<Market> Markets { get; set; } = [];
    public List<Lob> RequiredForLobs { get; set; } = [];
    public List<AccountKind> RequiredForKinds { get; set; } = [];
    public DateOnly? DueOn { get; set; }
    public ContentState State { get; set; }
    public int? Version { get; set; }

    public static TrainingForm Of(Training training) => new()
    {
        Title = training.Title, Year = training.Year, Description = training.Description, Url = training.Url, Markets = [.. training.Markets],
        RequiredForLobs = [.. training.RequiredForLobs], RequiredForKinds = [.. training.RequiredForKinds], DueOn = training.DueOn, State = training.State,
        Version = training.Version,
    };

    public TrainingDraft ToDraft() => new(Title ?? "", Year ?? 0, Description, Url ?? "", Markets, RequiredForLobs, RequiredForKinds, DueOn, State);
}

/// <summary>How trainings read.</summary>
public static class TrainingDisplay
{
    public static string RequiredFor(Training training) => (training.RequiredForLobs.Count, training.RequiredForKinds.Count) switch
    {
        (0, 0) => "All providers",
        (_, 0) => Words(training.RequiredForLobs),
        (0, _) => Words(training.RequiredForKinds),
        _ => $"{Words(training.RequiredForLobs)}: {Words(training.RequiredForKinds)}",
    };

    private static string Words<T>(IEnumerable<T> values) where T : struct, Enum => string.Join(", ", values.Select(Show.Words));
}
