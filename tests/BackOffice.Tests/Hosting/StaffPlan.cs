using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Claims.Demo;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.BackOffice.Tests.Hosting;

/// <summary>Made-up people, providers, members and claims: enough for a queue with items in time, nearly late and late.</summary>
public static class StaffPlan
{
    public const string Password = "Blue-Harbour-27-lamp";
    public const string Analyst = "ana.lindqvist";
    public const string OtherAnalyst = "ben.okafor";
    public const string Supervisor = "sue.visser";
    public const string Admin = "adam.root";
    public const string Nurse = "nora.quinn";
    public const string PolicyEditor = "paula.stern";
    public const string PolicyApprover = "quentin.hart";
    public const string Auditor = "aude.itoh";
    public const string Compliance = "cora.lisle";
    public const string Editor = "edda.moss";
    public const string EditorApprover = "ernest.vale";
    public const string Coordinator = "carla.voss";
    public const string Guarded = "gil.ward";
    public const string Secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private static readonly DateOnly Since = new(2023, 1, 1);

    public static async Task FillAsync(IServiceProvider services, DateTimeOffset now)
    {
        var db = services.GetRequiredService<PortalDb>();
        await UsersAsync(services.GetRequiredService<UserDesk>(), db, now);
        var (providers, members) = await RecordsAsync(db, services.GetRequiredService<CoverageDesk>());
        // The plan's present lies eight days back, so that the oldest pended claims are late by now.
        await DemoClaims.FillAsync(db, services.GetRequiredService<NumberSeries>(), new(members, providers, now.AddDays(-8), Count: 1200), CancellationToken.None);
    }

    private static async Task UsersAsync(UserDesk desk, PortalDb db, DateTimeOffset now)
    {
        await AddAsync(desk, db, now, Analyst, "Ana Lindqvist", StaffRole.ClaimsAnalyst);
        await AddAsync(desk, db, now, OtherAnalyst, "Ben Okafor", StaffRole.ClaimsAnalyst);
        await AddAsync(desk, db, now, Supervisor, "Sue Visser", StaffRole.ClaimsAnalyst, StaffRole.Supervisor);
        await AddAsync(desk, db, now, Admin, "Adam Root", StaffRole.SystemAdmin);
        await AddAsync(desk, db, now, Nurse, "Nora Quinn", StaffRole.UmNurse);
        await AddAsync(desk, db, now, PolicyEditor, "Paula Stern", StaffRole.PolicyAdmin);
        await AddAsync(desk, db, now, PolicyApprover, "Quentin Hart", StaffRole.PolicyAdmin);
        await AddAsync(desk, db, now, Auditor, "Aude Itoh", StaffRole.Auditor);
        await AddAsync(desk, db, now, Compliance, "Cora Lisle", StaffRole.Compliance);
        await AddAsync(desk, db, now, Editor, "Edda Moss", StaffRole.ContentEditor);
        await AddAsync(desk, db, now, EditorApprover, "Ernest Vale", StaffRole.ContentEditor);
        await AddAsync(desk, db, now, Coordinator, "Carla Voss", StaffRole.AppealsCoordinator);
        var guarded = await AddAsync(desk, db, now, Guarded, "Gil Ward", false, StaffRole.ClaimsAnalyst);
        await using var write = await db.BeginWriteAsync(CancellationToken.None);
        guarded.TotpSecret = Secret;
        await write.CommitAsync(CancellationToken.None);
        db.ChangeTracker.Clear();
    }

    private static Task<User> AddAsync(UserDesk desk, PortalDb db, DateTimeOffset now, string username, string name, params StaffRole[] roles) =>
        AddAsync(desk, db, now, username, name, true, roles);

    private static async Task<User> AddAsync(UserDesk desk, PortalDb db, DateTimeOffset now, string username, string name, bool demo, params StaffRole[] roles)
    {
        var made = await desk.CreateAsync(
            new(username, Password, $"{username}@plan.example", name, UserKind.Staff, EmailVerified: true, IsDemo: demo), CancellationToken.None);
        made.Refusals.ShouldBeEmpty();
        await using var write = await db.BeginWriteAsync(CancellationToken.None);
        foreach (var role in roles) made.Value!.Grant(role, null, now);
        await write.CommitAsync(CancellationToken.None);
        return made.Value!;
    }

    private static async Task<(List<DemoClaimProvider>, List<DemoClaimMember>)> RecordsAsync(PortalDb db, CoverageDesk coverage)
    {
        var accounts = new[] { ("Riverside Family Practice", "1234567893", "400000000001", Market.OH), ("Peachtree Medical Group", "1245319599", "400000000002", Market.GA) }
            .Select(row => new ProviderAccount { Name = row.Item1, TaxId = $"12345{row.Item3[^4..]}", CareSourceProviderId = row.Item3, Npi = row.Item2 }
                .Enroll(row.Item4, Lob.Medicaid, Since)).ToList();
        var doctor = new Practitioner { Npi = "1003000126", FirstName = "Maria", LastName = "Olsen", Specialty = "Family medicine", IsPcp = true, EffectiveFrom = Since }
            .WorksFor(accounts[0], Since).WorksFor(accounts[1], Since);
        (string First, string Last, Market Market)[] people =
        [
            ("Joan", "Ferris", Market.OH), ("Luis", "Marquez", Market.OH), ("Priya", "Nair", Market.OH), ("Tom", "Hale", Market.OH),
            ("Grace", "Kim", Market.GA), ("Omar", "Said", Market.GA), ("Ella", "Stone", Market.GA), ("Ruth", "Boyd", Market.GA),
        ];
        var members = people.Select((person, i) => (person.Market, Member: Member.Enroll(
            new(string.Create(null, $"{100000001 + i}"), "00"), person.First, person.Last, new(1970 + i, 3, 4 + i), i % 2 == 0 ? Gender.Female : Gender.Male))).ToList();
        List<ProgramEnrollment> enrollments = [];
        await using (var write = await db.BeginWriteAsync(CancellationToken.None))
        {
            db.AddRange(accounts);
            db.Add(doctor);
            foreach (var (market, member) in members)
            {
                var enrollment = ProgramEnrollment.Of(member, market, Lob.Medicaid, $"{market.StateName()} Medicaid");
                db.AddRange(member, enrollment);
                enrollments.Add(enrollment);
            }
            await write.CommitAsync(CancellationToken.None);
        }
        foreach (var enrollment in enrollments)
            (await coverage.WriteSpanAsync(new(enrollment.Id, new(Since)), CancellationToken.None)).Refusals.ShouldBeEmpty();
        db.ChangeTracker.Clear();
        return (
            [.. accounts.Select(account => new DemoClaimProvider(account.Id, account.Npi, account.TaxId, [.. account.Markets.Select(m => m.Market)], [doctor.Npi], 1))],
            [.. members.Select(row => new DemoClaimMember(row.Member.Id, row.Member.Number.ToString(), row.Member.FirstName, row.Member.LastName, row.Member.BirthDate, row.Market, Lob.Medicaid, Since, null))]);
    }
}
