using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Surveys;
using Portal.Graph.Domain.Accounts.Trainings;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Demo;

/// <summary>Trainings and a survey of the demo plan, told from the day of filling.</summary>
internal static class DemoContent
{
    private const string Site = "https://www.example.org/training";

    /// <summary>Adds them inside the caller's open write scope.</summary>
    public static void Add(PortalDb db, DateOnly today)
    {
        db.AddRange(Trainings(today.Year));
        db.Add(Survey.Of(new("How do you like the portal?", "Five minutes of your time help us make the portal better. Please name no patients.",
            today.AddDays(-30), today.AddDays(60), [], ContentState.Published,
            [
                new(QuestionKind.Scale, "How easy is it to find what you look for? 1 is hard, 5 is easy.", [], true),
                new(QuestionKind.Choice, "What do you use most?", ["Eligibility", "Claims", "Prior authorization", "Reports"], true),
                new(QuestionKind.Text, "What would you change?", [], false),
            ])));
    }

    private static IEnumerable<Training> Trainings(int year) =>
    [
        Training.Of(new("Model of Care", year, "How the plan and its providers care together for members of dual plans.", $"{Site}/model-of-care", [], [Lob.Dual, Lob.Medicare], [], null, ContentState.Published)),
        Training.Of(new("Model of Care", year - 1, null, $"{Site}/model-of-care-{year - 1}", [], [Lob.Dual, Lob.Medicare], [], null, ContentState.Published)),
        Training.Of(new("Fraud, waste and abuse", year, null, $"{Site}/fraud", [], [], [AccountKind.Group, AccountKind.Physician], null, ContentState.Published)),
    ];
}
