using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Fees;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Domain.Platform.Csv;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Fees;

[Requirement("ACC-18")]
public sealed class FeeTests
{
    private static readonly Actor Editor = new() { Kind = ActorKind.Staff, UserId = 1, Name = "editor", Permissions = [Permission.StaffContentEdit] };
    private static readonly Actor Biller = new() { Kind = ActorKind.PortalUser, UserId = 2, Name = "biller", Market = Market.OH, Permissions = [Permission.ClaimsRead] };
    private static readonly FeeScheduleDraft Draft = new("Behavioral health", Market.OH, Lob.Marketplace, null, ContentState.Published);

    [Fact]
    public void A_new_first_day_ends_the_open_price_before_it_and_other_overlaps_are_refused()
    {
        FeeScheduleRow Row(string from, string? to = null, decimal amount = 10m) =>
            new() { ScheduleId = 1, Code = "H0031", Amount = amount, Unit = "each", From = DateOnly.Parse(from), To = to is null ? null : DateOnly.Parse(to) };
        List<FeeScheduleRow> same = [];
        FeePolicy.Join(same, Row("2025-01-01")).ShouldBe(FeeJoin.Added);
        FeePolicy.Join(same, Row("2026-01-01", amount: 11m)).ShouldBe(FeeJoin.Added);
        same[0].To.ShouldBe(new(2025, 12, 31));
        FeePolicy.Join(same, Row("2026-01-01", amount: 11m)).ShouldBe(FeeJoin.Unchanged);
        FeePolicy.Join(same, Row("2026-01-01", amount: 12m)).ShouldBe(FeeJoin.Changed);
        FeePolicy.Join(same, Row("2025-12-31")).ShouldBe(FeeJoin.Overlap);
        FeePolicy.Join(same, Row("2024-01-01", "2025-01-01")).ShouldBe(FeeJoin.Overlap);
        FeePolicy.Join(same, Row("2024-01-01", "2024-12-31")).ShouldBe(FeeJoin.Added);
        FeePolicy.Join(same, Row("2025-01-01", "2026-01-01")).ShouldBe(FeeJoin.Overlap);
        same.Where(r => r.Holds(new(2025, 12, 31))).Single().Amount.ShouldBe(10m);
        same.Where(r => r.Holds(new(2026, 1, 1))).Single().Amount.ShouldBe(12m);
    }

    [Fact]
    public async Task A_file_is_brought_in_row_by_row_and_each_refused_row_has_its_reason()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var editor = database.Scope(Editor);
        var desk = editor.Get<FeeDesk>();
        var schedule = (await desk.SaveAsync(null, null, Draft, default)).Value.ShouldNotBeNull();
        var report = (await ImportAsync(desk, schedule.Id, """
            code,Amount,unit,from,modifier,to
            h0031,84.50,"per assessment, each",2025-01-01,ho,
            H0031,80,per assessment,2025-01-01,,2025-06-30
            A0000,10,each,2025-01-01,,
            H0004,10.005,each,2025-01-01,,
            H0004,-1,each,2025-01-01,,
            H0004,10,each,01/31/2025,,
            H0004,10,,2025-01-01,,
            H0004,10,<b>each</b>,2025-01-01,,
            H0004,10,each,2025-01-01,1,
            H0004,10,each,2025-02-01,,2025-01-31
            H0031,90,per assessment,2025-06-30,,
            """)).Value.ShouldNotBeNull();
        (report.Added, report.Changed, report.RefusedCount).ShouldBe((2, 0, 9));
        report.Refused.Select(r => r.Line).ShouldBe([4, 5, 6, 7, 8, 9, 10, 11, 12]);
        report.Refused.Select(r => r.Reason.Split(' ')[0]).ShouldBe(["code", "amount", "amount", "from", "unit", "unit", "modifier", "to", "H0031"]);

        await using var biller = database.Scope(Biller);
        var reads = biller.Get<FeeReads>();
        (await reads.RowsAsync(schedule.Id, "h0031", null, new(2025, 6, 30), default)).Value!.Select(r => (r.Modifier, r.Amount)).ShouldBe([(null, 80m), ("HO", 84.50m)]);
        (await reads.RowsAsync(schedule.Id, "H0031", "ho", new(2025, 7, 1), default)).Value!.Single().Unit.ShouldBe("per assessment, each");
        (await reads.RowsAsync(schedule.Id, "H0031", "HQ", new(2025, 7, 1), default)).Refusals.Single().ShouldBeOfType<FeeNotFound>();
        (await reads.RowsAsync(schedule.Id, "H0031", null, new(2024, 12, 31), default)).Refusals.Single().ShouldBeOfType<FeeNotFound>().On.ShouldBe(new(2024, 12, 31));
        (await reads.RowsAsync(schedule.Id, "A0000", null, null, default)).Refusals.Single().ShouldBeOfType<InvalidProcedureCode>();
        await using var georgia = database.Scope(Biller with { Market = Market.GA });
        (await georgia.Get<FeeReads>().RowsAsync(schedule.Id, "H0031", null, null, default)).Refusals.Single().ShouldBeOfType<NotFound>();
    }

    [Fact]
    public async Task Many_rows_come_in_and_a_second_time_change_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var editor = database.Scope(Editor);
        var desk = editor.Get<FeeDesk>();
        var schedule = (await desk.SaveAsync(null, null, Draft, default)).Value.ShouldNotBeNull();
        var file = "code,amount,unit,from\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"{90000 + i},{i}.25,each,2025-01-01\n"));
        (await ImportAsync(desk, schedule.Id, file)).Value!.Added.ShouldBe(2000);
        await using var again = database.Scope(Editor);
        (await ImportAsync(again.Get<FeeDesk>(), schedule.Id, file)).Value!.Unchanged.ShouldBe(2000);
        (await again.Db.Set<FeeScheduleRow>().CountAsync()).ShouldBe(2000);
        (await again.Get<FeeReads>().Prices(schedule.Id, "9000").PageAsync(1, 25, default)).Total.ShouldBe(10);
    }

    [Theory]
    [InlineData("")]
    [InlineData("code,amount,unit\nH0031,1,each")]
    [InlineData("code,amount,unit,from,colour\nH0031,1,each,2025-01-01,red")]
    [InlineData("code,amount,unit,from")]
    [InlineData("%PDF-1.7 not a table")]
    public async Task A_file_that_is_not_the_template_is_refused_whole(string file)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var editor = database.Scope(Editor);
        (await ImportAsync(editor.Get<FeeDesk>(), 1, file)).Refusals.Single().ShouldBeOfType<TemplateHeaderMismatch>().Expected.ShouldBe("code, amount, unit, from, [modifier], [to]");
    }

    [Fact]
    public async Task Only_editors_write_schedules()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var biller = database.Scope(Biller);
        (await biller.Get<FeeDesk>().SaveAsync(null, null, Draft, default)).Refusals.Single().ShouldBeOfType<Forbidden>();
        (await ImportAsync(biller.Get<FeeDesk>(), 1, "code,amount,unit,from\nH0031,1,each,2025-01-01")).Refusals.Single().ShouldBeOfType<Forbidden>();
        (await biller.Get<FeeReads>().AllAsync(default)).ShouldBeEmpty();
        await using var editor = database.Scope(Editor);
        (await editor.Get<FeeDesk>().SaveAsync(null, null, Draft with { Name = " ", DocumentUrl = "javascript:x" }, default)).Refusals.Select(r => r.Path!.Single()).ShouldBe(["name", "documentUrl"]);
    }

    private static Task<Outcome<CsvImportReport>> ImportAsync(FeeDesk desk, long schedule, string text) =>
        desk.ImportAsync(schedule, new MemoryStream(Encoding.UTF8.GetBytes(text)), default);
}
