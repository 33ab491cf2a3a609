using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Imports;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Tests.Members;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Imports;

/// <summary>The import of small sets written here, so that every odd row can be made.</summary>
public sealed class SyntheaImportTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("synthea-").FullName;
    private TestDatabase _data = null!;

    public async Task InitializeAsync()
    {
        _data = await TestDatabase.CreateAsync();
        Write("payers.csv", "Id,NAME", "caid,Medicaid", "care,Medicare", "dual,Dual Eligible", "hum,Humana", "none,NO_INSURANCE");
        Write("patients.csv", "Id,BIRTHDATE,FIRST,LAST,GENDER,ADDRESS,CITY,STATE,ZIP",
            "p1,1980-02-29,Ana1,Lee2,F,1 Main St,Boston,Massachusetts,02101", "p2,2012-01-05,Bo3,Lee2,M,1 Main St,Boston,Massachusetts,02101");
        Write("payer_transitions.csv", "PATIENT,MEMBERID,START_DATE,END_DATE,PAYER,SECONDARY_PAYER,PLAN_OWNERSHIP,OWNER_NAME",
            "p1,m1,2024-01-01T10:00:00Z,2025-01-01T10:00:00Z,hum,,Self,Ana1 Lee2", "p1,m2,2025-01-01T10:00:00Z,2026-01-01T10:00:00Z,caid,,Self,Ana1 Lee2",
            "p2,m3,2024-01-01T10:00:00Z,2025-06-01T10:00:00Z,hum,,Guardian,Ana1 Lee2");
    }

    public async Task DisposeAsync()
    {
        await _data.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private void Write(string file, params string[] lines) => File.WriteAllLines(Path.Combine(_folder, file), lines);

    private async Task<Outcome<ImportReport>> Run(Market market = Market.OH, IProgress<ImportProgress>? progress = null, Actor? actor = null)
    {
        await using var scope = _data.Scope(actor ?? Actor.System("import synthea"));
        return await scope.Get<SyntheaImport>().RunAsync(_folder, market, progress, CancellationToken.None);
    }

    private async Task<EligibilityStatus> StatusOf(string firstName, string lastName, DateOnly birthDate, DateOnly dateOfService)
    {
        await using var scope = _data.Scope(People.Biller());
        return (await scope.Get<EligibilityDesk>().SearchAsync(new() { MemberInfo = new(firstName, lastName, birthDate), DateOfService = dateOfService }, CancellationToken.None))
            .Value.ShouldNotBeNull().ShouldHaveSingleItem().Verdict.Status;
    }

    [Fact]
    public async Task The_end_of_a_transition_is_not_covered_and_the_next_one_begins_there()
    {
        (await Run()).Value.ShouldNotBeNull().Refused.ShouldBeEmpty();
        (await StatusOf("Bo3", "Lee2", new(2012, 1, 5), new(2025, 5, 31))).ShouldBe(EligibilityStatus.Eligible);
        (await StatusOf("Bo3", "Lee2", new(2012, 1, 5), new(2025, 6, 1))).ShouldBe(EligibilityStatus.Ineligible);
        (await StatusOf("Ana1", "Lee2", new(1980, 2, 29), new(2024, 12, 31))).ShouldBe(EligibilityStatus.Eligible);
        (await StatusOf("Ana1", "Lee2", new(1980, 2, 29), new(2025, 1, 1))).ShouldBe(EligibilityStatus.Eligible);
    }

    [Fact]
    public async Task Payers_become_lines_of_business_in_the_given_market()
    {
        await Run(Market.WV);
        await using var scope = _data.Scope(Actor.System("test"));
        (await scope.Db.Set<ProgramEnrollment>().OrderBy(e => e.Id).Select(e => new { e.Market, e.Lob, e.ProgramName }).ToListAsync())
            .Select(e => (e.Market, e.Lob, e.ProgramName)).ShouldBe(
                [(Market.WV, Lob.Marketplace, "Humana"), (Market.WV, Lob.Medicaid, "Medicaid"), (Market.WV, Lob.Marketplace, "Humana")]);
    }

    [Fact]
    public async Task A_person_insured_through_another_of_the_set_joins_that_family()
    {
        await Run();
        await using var scope = _data.Scope(Actor.System("test"));
        var members = await scope.Db.Set<Member>().OrderBy(m => m.Suffix).ToListAsync();
        members.Select(m => (m.FirstName, m.Suffix)).ShouldBe([("Ana1", "00"), ("Bo3", "01")]);
        members[1].SubscriberId.ShouldBe(members[0].Id);
        members[1].SubscriberNumber.ShouldBe(members[0].SubscriberNumber);
        members[0].MedicaidId.ShouldNotBeNull("she was on Medicaid");
        EligibilitySearchPolicy.IsMedicaidId(members[0].MedicaidId!).ShouldBeTrue();
        members[1].MedicaidId.ShouldBeNull();
    }

    [Fact]
    public async Task Column_names_of_older_releases_are_understood()
    {
        Write("payer_transitions.csv", "PATIENT,MEMBERID,START_YEAR,END_YEAR,PAYER,SECONDARY_PAYER,OWNERSHIP,OWNERNAME",
            "p1,m1,2024-01-01T10:00:00Z,2025-01-01T10:00:00Z,hum,,Self,Ana1 Lee2", "p2,m3,2024-01-01T10:00:00Z,2025-06-01T10:00:00Z,hum,,Guardian,Ana1 Lee2");
        (await Run()).Value.ShouldNotBeNull().Counts.Single(c => c.Kind == "eligibility spans").Added.ShouldBe(2);
        await using var scope = _data.Scope(Actor.System("test"));
        (await scope.Db.Set<Member>().CountAsync(m => m.SubscriberId != null)).ShouldBe(1);
    }

    [Fact]
    public async Task Rows_that_cannot_be_taken_are_reported_with_file_line_and_reason()
    {
        Write("patients.csv", "Id,BIRTHDATE,FIRST,LAST,GENDER", "p1,1980-02-29,Ana1,Lee2,F", "p2,05/01/2012,Bo3,Lee2,M", "p3,1990-01-01,,Lee2,M");
        Write("payer_transitions.csv", "PATIENT,MEMBERID,START_DATE,END_DATE,PAYER",
            "p1,,2020-01-01,2021-01-01,none", "p1,,2021-01-01,2021-01-01,hum", "p1,,2021-01-01,2022-01-01,hum", "p1,,2021-12-31,2022-06-01,hum",
            "p1,,2023-01-01,2022-01-01,hum", "p1,,soon,2022-01-01,hum", "p1,,2021-01-01,2022-01-01,what", "p2,,2021-01-01,2022-01-01,hum");
        var report = (await Run()).Value.ShouldNotBeNull();
        report.Refused.Select(r => $"{r.File}:{r.Line} {r.Reason}").ShouldBe(
        [
            "patients.csv:3 BIRTHDATE is not a date of the form 2009-01-23.",
            "patients.csv:4 A patient needs FIRST and LAST.",
            "payer_transitions.csv:2 The person had no insurance then: no span.",
            "payer_transitions.csv:3 It ends on the day it starts and covers no day.",
            "payer_transitions.csv:5 The span overlaps the one 2021-01-01 to 2021-12-31 of the same programme. End that one first or choose other dates.",
            "payer_transitions.csv:6 The span ends on 2021-12-31, before it starts on 2023-01-01.",
            "payer_transitions.csv:7 Start or end is not a date.",
            "payer_transitions.csv:8 Its payer is not in payers.csv.",
            "payer_transitions.csv:9 Its patient was not taken.",
        ]);
        report.Counts.Single(c => c.Kind == "eligibility spans").ShouldBe(new ImportCount("eligibility spans", 1, 0, 7));
    }

    [Fact]
    public async Task A_second_payer_becomes_one_record_for_years_that_follow_on_each_other()
    {
        Write("payer_transitions.csv", "PATIENT,MEMBERID,START_DATE,END_DATE,PAYER,SECONDARY_PAYER,PLAN_OWNERSHIP,OWNER_NAME",
            "p1,a,2022-01-01,2023-01-01,care,hum,Self,Ana1 Lee2", "p1,b,2023-01-01,2024-01-01,care,hum,Self,Ana1 Lee2", "p1,c,2025-01-01,2026-01-01,care,hum,Self,Ana1 Lee2");
        (await Run()).Value.ShouldNotBeNull().Counts.Single(c => c.Kind == "other insurance").Added.ShouldBe(2);
        await using var scope = _data.Scope(Actor.System("test"));
        (await scope.Db.Set<CobRecord>().OrderBy(r => r.Effective).ToListAsync()).Select(r => (r.Carrier, r.PolicyNumber, r.Priority, r.Dates)).ShouldBe(
        [
            ("Humana", "a", CobPriority.Secondary, new DateRange(new(2022, 1, 1), new(2023, 12, 31))),
            ("Humana", "c", CobPriority.Secondary, new DateRange(new(2025, 1, 1), new(2025, 12, 31))),
        ]);
    }

    [Fact]
    public async Task Providers_become_accounts_of_the_market_with_valid_made_up_numbers()
    {
        Write("organizations.csv", "Id,NAME,ADDRESS,CITY,STATE,ZIP,PHONE", "o1,CITY HOSPITAL,9 Elm St,STOUGHTON,MA,020722571,6178719807 Or 6178719808");
        Write("providers.csv", "Id,ORGANIZATION,NAME,GENDER,SPECIALITY", "d1,o1,Ted955 Reilly981,M,GENERAL PRACTICE", "d2,nowhere,Al1 Roe2,F,GENERAL PRACTICE");
        var report = (await Run()).Value.ShouldNotBeNull();
        report.Refused.ShouldHaveSingleItem().ShouldBe(new RefusedRow("providers.csv", 3, "Its organization was not taken."));
        await using var scope = _data.Scope(Actor.System("test"));
        var account = await scope.Db.Set<ProviderAccount>().Include(a => a.Markets).Include(a => a.Addresses).SingleAsync();
        (account.Kind, account.TaxId.Length, account.CareSourceProviderId.Length).ShouldBe((AccountKind.Facility, 9, 12));
        account.Markets.ShouldAllBe(m => m.Market == Market.OH);
        account.Addresses.ShouldHaveSingleItem().Zip.ShouldBe("02072-2571");
        account.Addresses[0].Phone.ShouldBe("617-871-9807");
        account.Npi.ShouldBe(SyntheticNumbers.WithCheckDigit(account.Npi[..9]));
        var doctor = await scope.Db.Set<Practitioner>().Include(p => p.Affiliations).SingleAsync();
        (doctor.FirstName, doctor.LastName, doctor.IsPcp).ShouldBe(("Ted955", "Reilly981", true));
        doctor.Affiliations.ShouldHaveSingleItem().AccountId.ShouldBe(account.Id);
    }

    [Fact]
    public async Task An_encounters_claim_is_taken_and_its_drug_claims_are_reported()
    {
        Write("organizations.csv", "Id,NAME", "o1,CITY CLINIC");
        Write("providers.csv", "Id,ORGANIZATION,NAME,GENDER,SPECIALITY", "d1,o1,Ted955 Reilly981,M,GENERAL PRACTICE");
        Write("encounters.csv", "Id,START,STOP,PATIENT,ENCOUNTERCLASS,TOTAL_CLAIM_COST,PAYER_COVERAGE",
            "e1,2024-03-01T14:00:00Z,2024-03-01T14:15:00Z,p1,emergency,200.50,150.25", "e2,2024-04-01T14:00:00Z,2024-04-01T14:15:00Z,p1,wellness,100.00,0.00",
            "e3,2024-05-01T14:00:00Z,2024-05-01T14:15:00Z,p1,wellness,100.00,0.00", "e4,2024-05-01T14:00:00Z,2024-05-03T14:15:00Z,p1,inpatient,900.00,900.00");
        Write("claims.csv", "Id,PATIENTID,PROVIDERID,PRIMARYPATIENTINSURANCEID,DIAGNOSIS1,DIAGNOSIS2,APPOINTMENTID,STATUS1,LASTBILLEDDATE1",
            "c1,p1,d1,hum,66383009,999,e1,CLOSED,2024-03-01T14:15:00Z", "c2,p1,d1,hum,66383009,,e1,CLOSED,2024-03-01T14:15:00Z",
            "c3,p1,d1,hum,,,e2,BILLED,2024-04-10T14:15:00Z", "c4,p1,d1,0,,,e3,CLOSED,", "c5,p1,d9,hum,,,e4,CLOSED,", "c6,p1,d1,hum,,,e9,CLOSED,");
        Write("claims_transactions.csv", "ID,CLAIMID,TYPE,AMOUNT", "t1,c3,CHARGE,60.00", "t2,c3,CHARGE,30.00", "t3,c3,PAYMENT,");
        var report = (await Run()).Value.ShouldNotBeNull();
        report.Refused.Select(r => $"{r.File}:{r.Line} {r.Reason}").ShouldBe(
        [
            "claims.csv:2 Diagnosis 999 has no ICD-10-CM code in the map and was left out.",
            "claims.csv:3 A drug claim of its encounter: pharmacy claims are not taken.",
            "claims.csv:5 The patient had no insurance for it: not a claim to the plan.",
            "claims.csv:6 Its provider was not taken.",
            "claims.csv:7 Its encounter is not in encounters.csv.",
        ]);
        report.Counts.Single(c => c.Kind == "claims").ShouldBe(new ImportCount("claims", 2, 0, 4));
        (await Run()).Value.ShouldNotBeNull().Counts.Single(c => c.Kind == "claims").ShouldBe(new ImportCount("claims", 0, 2, 4));

        await using var scope = _data.Scope(Actor.System("test"));
        var claims = await scope.Db.Set<Claim>().OrderBy(c => c.FirstServiceDate).ToListAsync();
        claims.Select(c => (c.State, c.Lob, c.TotalCharge, c.Paid, c.PatientShare)).ShouldBe(
            [(ClaimState.Paid, Lob.Marketplace, 200.50m, 150.25m, 50.25m), (ClaimState.InProcess, Lob.Marketplace, 90.00m, 0m, 0m)]);
        claims[1].ReceivedDate.ShouldBe(new DateOnly(2024, 4, 10));
        claims[0].Number.ShouldStartWith("C240301");
        (await scope.Db.Set<ClaimDiagnosis>().Select(d => d.Code).ToListAsync()).ShouldBe(["K0510"]);
        (await scope.Db.Set<ClaimLine>().OrderBy(l => l.Id).Select(l => l.PlaceOfService).ToListAsync()).ShouldBe(["23", "11"]);
    }

    [Fact]
    public async Task A_folder_without_patients_is_refused_and_names_the_file()
    {
        File.Delete(Path.Combine(_folder, "patients.csv"));
        (await Run()).Refusals.ShouldHaveSingleItem().ShouldBeOfType<ImportFileMissing>().File.ShouldEndWith("patients.csv");
    }

    [Fact]
    public async Task Only_the_plans_own_systems_import() =>
        (await Run(actor: People.Biller())).Refusals.ShouldHaveSingleItem().ShouldBeOfType<Forbidden>();

    [Fact]
    public async Task A_run_is_audited_and_one_that_adds_nothing_is_not()
    {
        await Run();
        await Run();
        await using var scope = _data.Scope(Actor.System("test"));
        (await scope.Db.Set<AuditEvent>().CountAsync(a => a.Action == "import.synthea")).ShouldBe(1);
    }

    [Fact]
    public async Task Rows_added_to_the_files_later_are_taken_by_the_next_run()
    {
        await Run();
        File.AppendAllText(Path.Combine(_folder, "patients.csv"), "p4,1970-01-01,Cy4,Lee2,M,1 Main St,Boston,Massachusetts,02101\n");
        File.AppendAllText(Path.Combine(_folder, "payer_transitions.csv"), "p4,m9,2025-01-01T10:00:00Z,2026-01-01T10:00:00Z,hum,,Spouse,Ana1 Lee2\n");
        var report = (await Run()).Value.ShouldNotBeNull();
        report.Counts.Single(c => c.Kind == "members").ShouldBe(new ImportCount("members", 1, 2, 0));
        report.Counts.Single(c => c.Kind == "eligibility spans").ShouldBe(new ImportCount("eligibility spans", 1, 3, 0));
        await using var scope = _data.Scope(Actor.System("test"));
        (await scope.Db.Set<Member>().SingleAsync(m => m.FirstName == "Cy4")).Suffix.ShouldBe("02", "the family's next free suffix");
    }
}
