using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Claims.Forms;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Outbox;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Claims;

/// <summary>What statements by hand read and write is what EF Core's model says: a column added later shows here.</summary>
public sealed class ClaimsByHandTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2025, 11, 3);
    private ClaimPlan _plan = null!;

    public async Task InitializeAsync() => _plan = await ClaimPlan.CreateAsync();

    public async Task DisposeAsync() => await _plan.DisposeAsync();

    [Fact]
    public async Task A_claim_inserted_by_hand_is_read_back_as_it_was()
    {
        var old = await _plan.HistoryAsync(TestClock.Monday);
        var claim = Claim.Submit(Everything(old), _plan.Biller);
        claim.Accept(_plan.Biller, TestClock.Monday);
        claim.Pend(ClaimPendReason.HighCharge, ClaimReviewKind.HighDollar, "Charge above 1", _plan.Biller, TestClock.Monday);

        await using var scope = _plan.As(_plan.Biller);
        await using (var write = await scope.Db.BeginWriteAsync(default))
        {
            await new ClaimRows(scope.Db).InsertAsync(claim, default);
            await write.CommitAsync(default);
        }

        var stored = await scope.Db.Set<Claim>().AsNoTracking().Include(c => c.LineItems).Include(c => c.DiagnosisItems).Include(c => c.OtherPayerItems)
            .Include(c => c.EventItems).Include(c => c.Form).SingleAsync(c => c.Id == claim.Id);
        stored.ReplacesClaimId.ShouldBe(old.Id);
        SameColumns(scope.Db, claim, stored, nameof(Claim.ReplacesClaimId));
        stored.Form!.Json.ShouldBe(claim.Form!.Json);
        Same(scope.Db, claim.LineItems, stored.LineItems, "Id", "ClaimId");
        Same(scope.Db, claim.DiagnosisItems, stored.DiagnosisItems, "Id", "ClaimId");
        Same(scope.Db, claim.OtherPayerItems, stored.OtherPayerItems, "Id", "ClaimId");
        Same(scope.Db, claim.EventItems, [.. stored.EventItems.OrderBy(e => e.Id)]);
        stored.LineItems.ShouldAllBe(l => l.ClaimId == claim.Id);
        (await scope.Db.Set<OutboxEntry>().CountAsync(e => e.SubjectId == claim.Id)).ShouldBe(claim.EventItems.Count);
    }

    [Fact]
    public async Task A_rejected_claim_keeps_its_reasons()
    {
        var claim = (await _plan.SubmitAsync(Forms.Complete(Day) with { MemberId = "999999999-00" })).Value.ShouldNotBeNull();

        await using var scope = _plan.As(_plan.Biller);
        var stored = (await scope.Get<ClaimReads>().RejectionsAsync([claim.Id], default))[claim.Id].ToList();
        Same(scope.Db, claim.RejectionItems, stored, "Id", "ClaimId");
        stored.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Claims_lines_members_and_spans_read_by_hand_are_those_that_EF_Core_reads()
    {
        await _plan.HistoryAsync(TestClock.Monday, checkNumber: "0012345");
        await _plan.SubmitAsync(Forms.Complete(Day));
        await using var scope = _plan.As(_plan.Biller);
        var owner = ClaimScope.OwnerOf(_plan.Biller).ShouldNotBeNull();

        var claims = await ClaimListReads.FirstOfAsync(scope.Db, owner, DateOnly.MinValue, DateOnly.MinValue, DateOnly.MaxValue, 10, default);
        claims.Count.ShouldBe(2);
        Same(scope.Db, claims, await scope.Db.Set<Claim>().AsNoTracking().OrderByDescending(c => c.FirstServiceDate).ThenByDescending(c => c.Id).ToListAsync());

        var lines = (await ClaimListReads.LinesAsync(scope.Db, owner, [.. claims.Select(c => c.Id)], default)).ConvertAll(l => l.Line);
        Same(scope.Db, [.. lines.OrderBy(l => l.Id)], await scope.Db.Set<ClaimLine>().AsNoTracking().OrderBy(l => l.Id).ToListAsync());

        var member = await scope.Db.Set<Member>().AsNoTracking().SingleAsync();
        Same(scope.Db, await MemberRows.OfNumberAsync(scope.Db, Market.OH, member.Number, default), [member]);
        Same(scope.Db, await MemberRows.OfIdsAsync(scope.Db, Market.OH, [member.Id], default), [member]);
        (await MemberRows.OfIdsAsync(scope.Db, Market.GA, [member.Id], default)).ShouldBeEmpty();

        var span = await scope.Db.Set<EligibilitySpan>().AsNoTracking().Include(s => s.Enrollment).SingleAsync();
        var read = (await SpanRows.OfAsync(scope.Db, Market.OH, member.Id, default)).ShouldHaveSingleItem();
        SameColumns(scope.Db, read, span);
        SameColumns(scope.Db, read.Enrollment!, span.Enrollment!);
        (await SpanRows.OnAsync(scope.Db, Market.OH, member.Id, span.Effective.AddDays(-1), default)).ShouldBeEmpty();
        (await SpanRows.OnAsync(scope.Db, Market.OH, member.Id, span.Effective, default)).Count.ShouldBe(1);
    }

    [Fact]
    [Requirement("CLM-21")]
    public async Task Another_practice_gets_neither_claims_nor_lines()
    {
        var claim = (await _plan.SubmitAsync(Forms.Complete(Day))).Value.ShouldNotBeNull();
        await using var scope = _plan.As(_plan.OtherBiller);
        var owner = ClaimScope.OwnerOf(_plan.OtherBiller).ShouldNotBeNull();

        (await ClaimListReads.FirstOfAsync(scope.Db, owner, DateOnly.MinValue, DateOnly.MinValue, DateOnly.MaxValue, 10, default)).ShouldBeEmpty();
        (await ClaimListReads.LinesAsync(scope.Db, owner, [claim.Id], default)).ShouldBeEmpty();
    }

    private ClaimFacts Everything(Claim replaced) => new()
    {
        Number = "C2512010009999", Type = ClaimType.Hcfa, Market = Market.OH, Lob = Lob.Medicaid, MemberId = _plan.Member.Id, MemberIdGiven = Forms.MemberId,
        BillingAccountId = _plan.Practice.Id, BillingNpi = Forms.BillingNpi, RenderingAccountId = _plan.Other.Id, RenderingNpi = Forms.RenderingNpi,
        PatientAccountNumber = "PAT-1", AdmissionDate = Day, DischargeDate = Day.AddDays(1), ReceivedAt = TestClock.Monday,
        Lines =
        [
            new(Day, Day.AddDays(1), "G0439", 1.5m, 120.55m, "11", ["25", "59"], "AB", "0450", "12", "MO"),
            new(Day, Day, "G0438", 1, 0.01m),
        ],
        Diagnoses = ["E119", "I10"],
        OtherPayers = [new() { Name = "Other Insurance", PolicyNumber = "P-1", PaidDate = Day, Allowed = 10.1m, Paid = 5.05m, PatientResponsibility = 1 }],
        FormJson = "{}", Replaces = replaced,
    };

    private static void Same<T>(PortalDb db, List<T> ours, List<T> stored, params string[] except) where T : class
    {
        ours.Count.ShouldBe(stored.Count);
        foreach (var (one, other) in ours.Zip(stored)) SameColumns(db, one, other, except);
    }

    private static void SameColumns<T>(PortalDb db, T ours, T stored, params string[] except) where T : class
    {
        foreach (var column in db.Model.FindEntityType(typeof(T))!.GetProperties())
            if (column.PropertyInfo is { } property && !except.Contains(column.Name))
                property.GetValue(ours).ShouldBe(property.GetValue(stored), $"{typeof(T).Name}.{column.Name}");
    }
}
