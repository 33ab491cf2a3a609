using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Fees;
using Portal.Graph.Domain.Accounts.Grievances;
using Portal.Graph.Domain.Accounts.Procedures;
using Portal.Graph.Domain.Accounts.Surveys;
using Portal.Graph.Domain.Accounts.Trainings;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.Domain.Demo;

/// <summary>Trainings, a survey, prices and procedure rules of the demo plan, told from the day of filling.</summary>
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

    /// <summary>Adds what points at rows saved before: prices, after their schedule.</summary>
    public static async Task AddPricesAsync(PortalDb db, DateOnly today, CancellationToken ct)
    {
        var schedule = FeeSchedule.Of(new("Marketplace behavioral health", Market.OH, Lob.Marketplace, "https://www.example.org/fees/oh-marketplace.pdf", ContentState.Published));
        db.Add(schedule);
        await db.SaveChangesAsync(ct);
        DateOnly from = new(today.Year - 1, 1, 1), since = new(today.Year, 1, 1);
        foreach (var (code, modifier, amount, unit) in Prices)
        {
            db.Add(new FeeScheduleRow { ScheduleId = schedule.Id, Code = code, Modifier = modifier, Amount = amount - 2.50m, Unit = unit, From = from, To = since.AddDays(-1) });
            db.Add(new FeeScheduleRow { ScheduleId = schedule.Id, Code = code, Modifier = modifier, Amount = amount, Unit = unit, From = since });
        }
        foreach (var market in Enum.GetValues<Market>())
            foreach (var (code, place, rule, limit) in Rules)
                db.Add(new ProcedureRule
                {
                    Code = code, Market = market, Lob = Lob.Medicaid, PlaceOfService = place, AuthRule = rule, Limit = limit,
                    PolicyUrl = $"https://www.example.org/policies/{code}", From = from,
                });
    }

    /// <summary>Adds a grievance that nobody took and one that was acknowledged and answered.</summary>
    public static async Task AddGrievancesAsync(PortalDb db, NumberSeries numbers, long accountId, long userId, DateTimeOffset now, CancellationToken ct)
    {
        (GrievanceCategory Category, string Narrative, int DaysAgo, bool Answered)[] samples =
        [
            (GrievanceCategory.PlanService, "We waited 50 minutes on the provider line on three mornings of last week.", 3, false),
            (GrievanceCategory.ProviderData, "The directory still lists our old address, four weeks after we sent the new one.", 20, true),
        ];
        foreach (var (category, narrative, days, answered) in samples)
        {
            var at = now.AddDays(-days);
            var day = at.DateIn(Market.OH);
            var grievance = new Grievance
            {
                Number = await numbers.NextAsync("G", day, ct), Market = Market.OH, AccountId = accountId, FiledById = userId, Category = category, Narrative = narrative,
                FiledAt = at, AckDueAt = WorkClockPolicy.EndOf(day.AddDays(7), Market.OH), DueAt = WorkClockPolicy.EndOf(day.AddDays(30), Market.OH),
            };
            db.Add(grievance);
            if (answered)
            {
                grievance.Acknowledge(at.AddDays(2));
                grievance.Resolve("The directory shows your new address since last Friday.", at.AddDays(9));
            }
            else db.Add(WorkItem.Open(GrievanceDesk.Queue, grievance, Market.OH, at, grievance.DueAt, GrievancePolicy.Words(category), grievance.Number, accountId: accountId, openedAt: at));
        }
    }

    private static readonly (string Code, string? Modifier, decimal Amount, string Unit)[] Prices =
    [
        ("H0031", null, 152.40m, "per assessment"), ("H0031", "HO", 171.10m, "per assessment"), ("H2019", null, 22.75m, "per 15 minutes"), ("H0004", null, 31.20m, "per 15 minutes"),
    ];

    private static readonly (string Code, string? Place, AuthRule Rule, string? Limit)[] Rules =
    [
        ("97110", null, AuthRule.AuthRequired, "30 visits a year"), ("97110", "12", AuthRule.Call, null), ("99213", null, AuthRule.NotRequired, null),
        ("70551", null, AuthRule.AuthRequired, null), ("S9970", null, AuthRule.NotCovered, null), ("H0031", null, AuthRule.NotRequired, "2 a year"),
    ];

    private static IEnumerable<Training> Trainings(int year) =>
    [
        Training.Of(new("Model of Care", year, "How the plan and its providers care together for members of dual plans.", $"{Site}/model-of-care", [], [Lob.Dual, Lob.Medicare], [], null, ContentState.Published)),
        Training.Of(new("Model of Care", year - 1, null, $"{Site}/model-of-care-{year - 1}", [], [Lob.Dual, Lob.Medicare], [], null, ContentState.Published)),
        Training.Of(new("Fraud, waste and abuse", year, null, $"{Site}/fraud", [], [], [AccountKind.Group, AccountKind.Physician], null, ContentState.Published)),
    ];
}
