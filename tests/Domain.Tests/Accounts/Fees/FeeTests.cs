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
        DatedRows.Join(same, Row("2025-01-01")).ShouldBe(DatedJoin.Added);
        DatedRows.Join(same, Row("2026-01-01", amount: 11m)).ShouldBe(DatedJoin.Added);
        same[0].To.ShouldBe(new(2025, 12, 31));
        DatedRows.Join(same, Row("2026-01-01", amount: 11m)).ShouldBe(DatedJoin.Unchanged);
        DatedRows.Join(same, Row("2026-01-01", amount: 12m)).ShouldBe(DatedJoin.Changed);
        DatedRows.Join(same, Row("2025-12-31")).ShouldBe(DatedJoin.Overlap);
        DatedRows.Join(same, Row("2024-01-01", "2025-01-01")).ShouldBe(DatedJoin.Overlap);
        DatedRows.Join(same, Row("2024-01-01", "2024-12-31")).ShouldBe(DatedJoin.Added);
        DatedRows.Join(same, Row("2025-01-01", "2026-01-01")).ShouldBe(DatedJoin.Overlap);
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
        report.Refused.Select(r => r.Column).ShouldBe(["code", "amount", "amount", "from", "unit", "unit", "modifier", "to", "from"]);
        report.Refused[1].ToString().ShouldBe("Line 5, amount: must be dollars such as 84.50.");

        await using var biller = database.Scope(Biller);
        var reads = biller.Get<FeeReads>();
        (await reads.RowsAsync(schedule.Id, "h0031", null, new(2025, 6, 30), default)).Value!.Select(r => (r.Modifier, r.Amount)).ShouldBe([(null, 80m), ("HO", 84.50m)]);
        (await reads.RowsAsync(schedule.Id, "H0031", "ho", new(2025, 7, 1), default)).Value!.Single().Unit.ShouldBe("per assessment, each");
        (await reads.RowsAsync(schedule.Id, "H0031", "HQ", new(2025, 7, 1), default)).Refusals.Single().ShouldBeOfType<FeeNotFound>();
        (await reads.RowsAsync(schedule.Id, "H0031", null, new(2024, 12, 31), default)).Refusals.Single().ShouldBeOfType<FeeNotFound>().On.ShouldBe(new(2024, 12, 31));
        (await reads.RowsAsync(schedule.Id, " ", null, null, default)).Refusals.Single().ShouldBeOfType<RequiredFieldMissing>().Path.ShouldBe(["code"]);
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

    [Fact]
    public async Task A_file_comes_in_whole_or_not_at_all_when_that_is_asked_for()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var editor = database.Scope(Editor);
        var desk = editor.Get<FeeDesk>();
        var schedule = (await desk.SaveAsync(null, null, Draft, default)).Value.ShouldNotBeNull();
        const string File = "code,amount,unit,from\nH0031,1,each,2025-01-01\nH0031,1,each,x\n";
        var report = (await ImportAsync(desk, schedule.Id, File, whole: true)).Value.ShouldNotBeNull();
        (report.RefusedCount, report.IsKept).ShouldBe((1, false));
        (await CountAsync(database)).ShouldBe(0);
        (await ImportAsync(desk, schedule.Id, File)).Value.ShouldNotBeNull().IsKept.ShouldBeTrue();
        (await CountAsync(database)).ShouldBe(1);
        (await ImportAsync(desk, schedule.Id, File.Replace(",x", ",2025-01-01"), whole: true)).Value!.IsKept.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_a_file_that_breaks_off_in_a_quote_nothing_comes_in()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var editor = database.Scope(Editor);
        var desk = editor.Get<FeeDesk>();
        var schedule = (await desk.SaveAsync(null, null, Draft, default)).Value.ShouldNotBeNull();
        // The broken line comes after more lines than are stored at a time, and before as many.
        var rows = Enumerable.Range(0, 5000).Select(i => $"{90000 + i},1,each,2025-01-01\n").ToList();
        var file = "code,amount,unit,from\n" + string.Concat(rows.Take(2500)) + "H0031,1,\"each,2025-01-01\n" + string.Concat(rows.Skip(2500));
        (await ImportAsync(desk, schedule.Id, file)).Refusals.Single().ShouldBeOfType<TemplateLineBroken>().Line.ShouldBe(2502);
        (await CountAsync(database)).ShouldBe(0);
        (await ImportAsync(desk, schedule.Id, "code,amount,unit,from\nH0031,1,\"each\" one,2025-01-01\n")).Refusals.Single().ShouldBeOfType<TemplateLineBroken>().Line.ShouldBe(2);
    }

    [Fact]
    public async Task A_row_joins_one_that_came_in_thousands_of_lines_before()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var editor = database.Scope(Editor);
        var desk = editor.Get<FeeDesk>();
        var schedule = (await desk.SaveAsync(null, null, Draft, default)).Value.ShouldNotBeNull();
        var between = string.Concat(Enumerable.Range(0, 4000).Select(i => $"{90000 + i},1,each,2025-01-01,\n"));
        var report = (await ImportAsync(desk, schedule.Id, $"code,amount,unit,from,to\nH0031,1,each,2025-01-01,\nH0004,1,each,2025-01-01,2025-03-31\n{between}H0031,2,each,2026-01-01,\nH0004,2,each,2025-03-31,\n")).Value.ShouldNotBeNull();
        (report.Added, report.RefusedCount).ShouldBe((4003, 1));
        report.Refused.Single().ToString().ShouldBe("Line 4005, from: H0004 has another row on some of these days.");
        await using var biller = database.Scope(Biller);
        (await biller.Get<FeeReads>().RowsAsync(schedule.Id, "H0031", null, new(2025, 12, 31), default)).Value!.Single().To.ShouldBe(new(2025, 12, 31));
        (await biller.Get<FeeReads>().RowsAsync(schedule.Id, "H0031", null, new(2026, 1, 1), default)).Value!.Single().Amount.ShouldBe(2m);
    }

    [Fact]
    public async Task Cells_that_nobody_can_have_meant_are_refused_by_their_line_and_column()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var editor = database.Scope(Editor);
        var desk = editor.Get<FeeDesk>();
        var schedule = (await desk.SaveAsync(null, null, Draft, default)).Value.ShouldNotBeNull();
        // As a spreadsheet saves it without UTF-8; a comma among the thousands; empty cells behind the last column.
        byte[] file = [.. "code,amount,unit,from\nH0031,1,"u8, 0xBD, .. " hour,2025-01-01\nH0031,1,250.00,each,2025-01-01\nH0031,1,each,2025-01-01,,\n"u8];
        var report = (await desk.ImportAsync(schedule.Id, new MemoryStream(file), false, default)).Value.ShouldNotBeNull();
        report.Refused.Select(r => r.ToString()).ShouldBe(
        [
            "Line 2, unit: holds characters that cannot be read. Save the file as CSV UTF-8.",
            "Line 3: has 5 cells for 4 columns. Put quotes around a text that holds a comma.",
        ]);
        report.Added.ShouldBe(1);
    }

    private static async Task<int> CountAsync(TestDatabase database)
    {
        await using var scope = database.Scope(Editor);
        return await scope.Db.Set<FeeScheduleRow>().CountAsync();
    }

    private static Task<Outcome<CsvImportReport>> ImportAsync(FeeDesk desk, long schedule, string text, bool whole = false) =>
        desk.ImportAsync(schedule, new MemoryStream(Encoding.UTF8.GetBytes(text)), whole, default);
}
