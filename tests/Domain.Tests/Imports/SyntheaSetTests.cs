using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Imports;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Tests.Members;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Imports;

/// <summary>The import of the stored Synthea sets, compared with their files row by row.</summary>
public sealed class SyntheaSetTests : IAsyncLifetime
{
    private const string Set = "synthea/ma-2025";
    private TestDatabase _data = null!;

    public async Task InitializeAsync() => _data = await TestDatabase.CreateAsync();

    public Task DisposeAsync() => _data.DisposeAsync().AsTask();

    private async Task<ImportReport> Run(string set = Set)
    {
        await using var scope = _data.Scope(Actor.System("import synthea"));
        return (await scope.Get<SyntheaImport>().RunAsync(SharedData.Folder(set), Market.OH, null, CancellationToken.None)).Value.ShouldNotBeNull();
    }

    [SharedDataFact(Set), Requirement("MBR-08"), Requirement("COB-13")]
    public async Task Members_are_eligible_exactly_on_the_dates_their_transitions_say()
    {
        var report = await Run();
        var people = Lines("patients.csv").ToDictionary(p => p["Id"]);
        var payers = Lines("payers.csv").ToDictionary(p => p["Id"], p => p["NAME"]);
        var transitions = Lines("payer_transitions.csv");
        transitions.Count.ShouldBe(1141);
        var covered = transitions.Where(t => payers[t["PAYER"]] != "NO_INSURANCE").ToLookup(t => t["PATIENT"],
            t => (Start: DateOnly.Parse(t["START_DATE"][..10]), End: DateOnly.Parse(t["END_DATE"][..10])));
        report.Counts.Single(c => c.Kind == "eligibility spans").ShouldBe(new ImportCount("eligibility spans", 1115, 0, 26));

        await using var scope = _data.Scope(Actor.System("test"));
        var members = (await scope.Db.Set<Member>().ToListAsync()).ToDictionary(m => (m.FirstName, m.LastName, m.BirthDate));
        var spans = (await scope.Db.Set<EligibilitySpan>().ToListAsync()).ToLookup(s => s.MemberId);
        members.Count.ShouldBe(covered.Count);
        foreach (var transition in transitions.Where(t => covered.Contains(t["PATIENT"])))
        {
            var person = people[transition["PATIENT"]];
            var member = members[(person["FIRST"], person["LAST"], DateOnly.Parse(person["BIRTHDATE"]))];
            var (start, end) = (DateOnly.Parse(transition["START_DATE"][..10]), DateOnly.Parse(transition["END_DATE"][..10]));
            foreach (var day in (DateOnly[])[start.AddDays(-1), start, start.AddDays(1), end.AddDays(-1), end, end.AddDays(1)])
            {
                var expected = covered[transition["PATIENT"]].Any(c => c.Start <= day && day < c.End);
                (EligibilityPolicy.Verdict([.. spans[member.Id]], day).Status is EligibilityStatus.Eligible).ShouldBe(expected, $"{member.Number} on {day}");
            }
        }
    }

    [SharedDataFact(Set), Requirement("MBR-01")]
    public async Task An_imported_member_is_found_by_the_search_with_the_verdict_of_the_file()
    {
        await Run();
        await using var scope = _data.Scope(People.Biller());
        var day = new DateOnly(2025, 6, 1);
        var payers = Lines("payers.csv").ToDictionary(p => p["Id"], p => p["NAME"]);
        var plans = Lines("payer_transitions.csv").Where(t => payers[t["PAYER"]] != "NO_INSURANCE").ToLookup(t => t["PATIENT"]);
        foreach (var person in Lines("patients.csv"))
        {
            var outcome = await scope.Get<EligibilityDesk>().SearchAsync(
                new() { MemberInfo = new(person["FIRST"], person["LAST"], DateOnly.Parse(person["BIRTHDATE"])), DateOfService = day }, CancellationToken.None);
            var covered = plans[person["Id"]].Any(t => DateOnly.Parse(t["START_DATE"][..10]) <= day && day < DateOnly.Parse(t["END_DATE"][..10]));
            if (!plans.Contains(person["Id"])) outcome.Refusals.ShouldHaveSingleItem().ShouldBeOfType<MemberNotFound>();
            else (outcome.Value.ShouldNotBeNull().ShouldHaveSingleItem().Verdict.Status is EligibilityStatus.Eligible).ShouldBe(covered, person["LAST"]);
        }
    }

    [SharedDataFact(Set)]
    public async Task A_second_run_adds_nothing()
    {
        var first = await Run();
        first.Added.ShouldBeGreaterThan(1500);
        var second = await Run();
        second.Added.ShouldBe(0);
        second.Counts.Select(c => (c.Kind, c.Unchanged)).ShouldBe(first.Counts.Select(c => (c.Kind, c.Added)));
        // What was left out of a claim is told once, by the run that took the claim.
        second.Refused.SequenceEqual(first.Refused.Where(r => !r.Reason.StartsWith("Diagnosis ", StringComparison.Ordinal))).ShouldBeTrue();
    }

    [SharedDataFact(Set)]
    public async Task Every_row_is_either_taken_or_reported()
    {
        var report = await Run();
        foreach (var (kind, file) in new[] { ("members", "patients.csv"), ("eligibility spans", "payer_transitions.csv"), ("provider accounts", "organizations.csv"), ("practitioners", "providers.csv"), ("claims", "claims.csv") })
        {
            var count = report.Counts.Single(c => c.Kind == kind);
            (count.Added + count.Unchanged + count.Refused).ShouldBe(Lines(file).Count, kind);
        }
        report.Refused.Select(r => r.Reason.StartsWith("Diagnosis ", StringComparison.Ordinal) ? "Diagnosis" : r.Reason).Distinct().ShouldBe(
        [
            "The person never had insurance: no member.", "The person had no insurance then: no span.", "Diagnosis",
            "A drug claim of its encounter: pharmacy claims are not taken.", "The patient had no insurance for it: not a claim to the plan.",
            "Its patient was not taken.",
        ], ignoreOrder: true);
    }

    [SharedDataFact(Set)]
    public async Task Each_insured_encounter_is_one_claim_with_the_amounts_of_the_file()
    {
        await Run();
        var payers = Lines("payers.csv").ToDictionary(p => p["Id"], p => p["NAME"]);
        var claims = Lines("claims.csv").DistinctBy(c => c["APPOINTMENTID"])
            .Where(c => payers.TryGetValue(c["PRIMARYPATIENTINSURANCEID"], out var payer) && payer != "NO_INSURANCE").Select(c => c["APPOINTMENTID"]).ToHashSet();
        var encounters = Lines("encounters.csv").Where(e => claims.Contains(e["Id"])).ToList();
        await using var scope = _data.Scope(Actor.System("test"));
        var stored = await scope.Db.Set<Claim>().AsNoTracking().ToListAsync();
        stored.Count.ShouldBe(encounters.Count);
        stored.Sum(c => c.TotalCharge).ShouldBe(encounters.Sum(e => decimal.Parse(e["TOTAL_CLAIM_COST"])));
        var billed = Lines("claims.csv").Where(c => c["STATUS1"] != "CLOSED").Select(c => c["APPOINTMENTID"]).ToHashSet();
        stored.Sum(c => c.Paid).ShouldBe(encounters.Where(e => !billed.Contains(e["Id"])).Sum(e => decimal.Parse(e["PAYER_COVERAGE"])));
        stored.Count(c => c.State == ClaimState.InProcess).ShouldBe(encounters.Count(e => billed.Contains(e["Id"])));
        stored.ShouldAllBe(c => c.TotalCharge == c.Paid + c.PatientShare || c.State == ClaimState.InProcess);
        stored.Select(c => c.Number).ShouldBeUnique();
    }

    [SharedDataFact(Set)]
    public async Task Provider_numbers_come_from_the_list_beside_the_set()
    {
        await Run();
        var listed = File.ReadLines(Path.Combine(SharedData.Folder("providers"), "synthea-npi.tsv")).Skip(1).Select(l => l.Split('\t'))
            .Where(l => l[0] == "ma-2025" && l[1] == "organization").ToDictionary(l => l[5], l => l[6]);
        await using var scope = _data.Scope(Actor.System("test"));
        var accounts = await scope.Db.Set<ProviderAccount>().ToListAsync();
        accounts.Count.ShouldBe(232);
        accounts.ShouldAllBe(a => listed[a.Npi] == a.TaxId);
        accounts.Select(a => a.CareSourceProviderId).ShouldBeUnique();
    }

    [SharedDataFact("synthea/ma-2023")]
    public async Task Sets_of_older_releases_are_taken_beside_it()
    {
        await Run();
        foreach (var (set, members) in new[] { ("synthea/ma-2023", 16), ("synthea/ma-2024", 27) })
        {
            var report = await Run(set);
            var count = report.Counts.Single(c => c.Kind == "members");
            (count.Added + count.Refused).ShouldBe(members);
            report.Refused.Where(r => r.File != "claims.csv").Select(r => r.Reason).Distinct().ShouldBeSubsetOf(
                ["The person never had insurance: no member.", "The person had no insurance then: no span.", "It ends on the day it starts and covers no day."]);
        }
    }

    /// <summary>The set's file by column name, read without the code under test; the stored files hold no quoted commas.</summary>
    private static List<Dictionary<string, string>> Lines(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(SharedData.Folder(Set), file));
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(l => l.Split(',').Zip(columns).ToDictionary(c => c.Second, c => c.First))];
    }
}
