using System.Text;
using Portal.Graph.Domain.Accounts.Procedures;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Csv;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Procedures;

[Requirement("ACC-19")]
public sealed class ProcedureTests
{
    private static readonly Actor Editor = new() { Kind = ActorKind.Staff, UserId = 1, Name = "editor", Permissions = [Permission.StaffContentEdit] };

    [Fact]
    public void The_rule_of_the_place_goes_before_that_for_every_place_on_the_days_it_holds()
    {
        ProcedureRule Rule(AuthRule rule, string? place, DateOnly? to = null) =>
            new() { Code = "97110", Market = Market.OH, Lob = Lob.Medicaid, PlaceOfService = place, AuthRule = rule, From = new(2025, 1, 1), To = to };
        ProcedureRule[] rules = [Rule(AuthRule.AuthRequired, null), Rule(AuthRule.Call, "12", new(2025, 6, 30))];
        ProcedurePolicy.Applying(rules, "12", new(2025, 6, 30))!.AuthRule.ShouldBe(AuthRule.Call);
        ProcedurePolicy.Applying(rules, "12", new(2025, 7, 1))!.AuthRule.ShouldBe(AuthRule.AuthRequired);
        ProcedurePolicy.Applying(rules, "11", new(2025, 6, 30))!.AuthRule.ShouldBe(AuthRule.AuthRequired);
        ProcedurePolicy.Applying(rules, null, new(2025, 1, 1))!.AuthRule.ShouldBe(AuthRule.AuthRequired);
        ProcedurePolicy.Applying(rules, null, new(2024, 12, 31)).ShouldBeNull();
    }

    [Fact]
    public async Task A_file_of_rules_is_brought_in_and_everybody_can_ask()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var editor = database.Scope(Editor);
        var report = (await ImportAsync(editor, """
            code,market,lob,rule,from,place,limit,policy,to
            97110,OH,MEDICAID,AUTH_REQUIRED,2025-01-01,,30 visits a year,https://www.example.org/pt,
            97110,oh,Medicaid,Call,2025-01-01,12,,,
            97110,XX,MEDICAID,CALL,2025-01-01,,,,
            97110,OH,MEDICAID,MAYBE,2025-01-01,,,,
            97110,OH,MEDICAID,1,2025-01-01,,,,
            97110,OH,MEDICAID,CALL,2025-01-01,home,,,
            97110,OH,MEDICAID,CALL,2025-01-01,,,http://www.example.org,
            97110,OH,MEDICAID,CALL,2024-01-01,,,,2025-01-01
            abc,OH,MEDICAID,CALL,2025-01-01,,,,
            """)).Value.ShouldNotBeNull();
        (report.Added, report.RefusedCount).ShouldBe((2, 7));
        report.Refused.Select(r => (r.Line, r.Column)).ShouldBe([(4, "market"), (5, "rule"), (6, "rule"), (7, "place"), (8, "policy"), (9, "from"), (10, "code")]);
        (await ImportAsync(editor, "code,market,lob,rule,from\n97110,OH,MEDICAID,NOT_REQUIRED,2026-01-01\n")).Value!.Added.ShouldBe(1);

        await using var visitor = database.Scope(Actor.Anonymous);
        var reads = visitor.Get<ProcedureReads>();
        var answer = (await reads.FindAsync("97110", Market.OH, Lob.Medicaid, null, null, default)).Value.ShouldNotBeNull();
        (answer.Rule.AuthRule, answer.Rule.Limit, answer.Rule.To).ShouldBe((AuthRule.AuthRequired, "30 visits a year", new(2025, 12, 31)));
        answer.Notice.ShouldContain("not a promise of payment");
        (await reads.FindAsync("97110", Market.OH, Lob.Medicaid, new(2026, 1, 1), null, default)).Value!.Rule.AuthRule.ShouldBe(AuthRule.NotRequired);
        (await reads.FindAsync("97110", Market.OH, Lob.Medicaid, null, " 12", default)).Value!.Rule.AuthRule.ShouldBe(AuthRule.Call);
        (await reads.FindAsync("", Market.GA, Lob.Medicaid, null, null, default)).Refusals.Single().ShouldBeOfType<RequiredFieldMissing>().Path.ShouldBe(["code"]);
        var unknown = (await reads.FindAsync("97110", Market.GA, Lob.Medicaid, null, null, default)).Refusals.Single().ShouldBeOfType<ProcedureNotFound>();
        unknown.OtherPath!.Label.ShouldStartWith("Utilization Management");
        (await ImportAsync(visitor, "code,market,lob,rule,from\n")).Refusals.Single().ShouldBeOfType<NotSignedIn>();
        (await ImportAsync(editor, "code;market\n1;2\n")).Refusals.Single().ShouldBeOfType<TemplateHeaderMismatch>();
    }

    private static Task<Outcome<CsvImportReport>> ImportAsync(TestScope scope, string text) =>
        scope.Get<ProcedureDesk>().ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), false, default);
}
