using System.Collections.Frozen;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Claims.Forms;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Claims;

/// <summary>A small plan in Ohio: a group practice and another one, a practitioner, a member with cover since 2020.</summary>
internal sealed class ClaimPlan : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2025, 12, 1);

    private ClaimPlan(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }
    public ProviderAccount Practice { get; } = Account("Example Family Practice", Forms.TaxId, "000000000001", Forms.BillingNpi);
    public ProviderAccount Other { get; } = Account("Other Practice", "987654321", "000000000002", "1914177765");
    public Member Member { get; } = Member.Enroll(new("123456789", "00"), "Pat", "Example", new(1980, 2, 29), Gender.Female, medicaidId: "OH12345678");
    public Actor Biller => User(11, Practice.Id);
    public Actor OtherBiller => User(12, Other.Id);
    public Actor Analyst { get; } = Staff(21, "Ana Analyst");

    public static async Task<ClaimPlan> CreateAsync()
    {
        var plan = new ClaimPlan(await TestDatabase.CreateAsync());
        var enrollment = ProgramEnrollment.Of(plan.Member, Market.OH, Lob.Medicaid, "Ohio Medicaid");
        await plan.Database.AddAsync(plan.Practice, plan.Other, plan.Member, enrollment,
            EligibilitySpan.Of(enrollment, new SpanDetails(new(2020, 1, 1))),
            new Practitioner { Npi = Forms.RenderingNpi, FirstName = "Dana", LastName = "Doctor", Specialty = "Family medicine", EffectiveFrom = new(2020, 1, 1) });
        return plan;
    }

    public static Actor Staff(long id, string name) => new()
    {
        Kind = ActorKind.Staff, UserId = id, Name = name,
        Permissions = new[] { Permission.StaffClaimsRead, Permission.StaffClaimsDecide }.ToFrozenSet(),
    };

    public TestScope As(Actor actor) => Database.Scope(actor);

    /// <summary>A saved draft of the form.</summary>
    public async Task<ClaimDraft> DraftAsync(ClaimForm form, params OtherPayer[] otherPayers)
    {
        await using var scope = As(Biller);
        var desk = scope.Get<ClaimDesk>();
        var draft = (await desk.CreateDraftAsync(ClaimType.Hcfa, Practice.Id, default)).Value.ShouldNotBeNull();
        return (await desk.SaveDraftAsync(draft.Id, draft.Version, form, otherPayers, default)).Value.ShouldNotBeNull();
    }

    public async Task<Outcome<Claim>> SubmitAsync(ClaimDraft draft, string? requestId = null)
    {
        await using var scope = As(Biller);
        return await scope.Get<ClaimDesk>().SubmitAsync(draft.Id, draft.Version, requestId ?? Guid.NewGuid().ToString(), default);
    }

    public async Task<Outcome<Claim>> SubmitAsync(ClaimForm form, params OtherPayer[] otherPayers) => await SubmitAsync(await DraftAsync(form, otherPayers));

    /// <summary>A claim of the practice that was received on the date, decided as given.</summary>
    public async Task<Claim> HistoryAsync(DateTimeOffset receivedAt, string? checkNumber = null, ProviderAccount? account = null, DateOnly? service = null)
    {
        account ??= Practice;
        await using var scope = As(Actor.System("test data"));
        await using var write = await scope.Db.BeginWriteAsync(default);
        var date = service ?? receivedAt.DateIn(Market.OH);
        var claim = ClaimHistory.Create(new()
        {
            Number = await scope.Get<NumberSeries>().NextAsync("C", receivedAt.DateIn(Market.OH), default),
            Market = Market.OH, Lob = Lob.Medicaid, MemberId = Member.Id, MemberIdGiven = Forms.MemberId,
            BillingAccountId = account.Id, BillingNpi = account.Npi, ReceivedAt = receivedAt,
            Lines = [new(date, date, "G0439", 1, 100m, "11")], Diagnoses = ["E11.9"],
            Result = checkNumber is null ? null : new(80, [new(1, 90, 80, [Co("45", 10), Pr("3", 10)])], [], CheckNumber: checkNumber),
        }).Value.ShouldNotBeNull();
        scope.Db.Add(claim);
        await write.CommitAsync(default);
        return claim;
    }

    public static ReasonEntry Co(string code, decimal amount) => new(ClaimReasonKind.Adjustment, code, AdjustmentGroup.CO, amount);

    public static ReasonEntry Pr(string code, decimal amount) => new(ClaimReasonKind.Adjustment, code, AdjustmentGroup.PR, amount);

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static Actor User(long id, long accountId) => new()
    {
        Kind = ActorKind.PortalUser, UserId = id, Name = "Bill Biller", Market = Market.OH, DefaultAccountId = accountId,
        AccountIds = new[] { accountId }.ToFrozenSet(), Permissions = new[] { Permission.ClaimsRead, Permission.ClaimsSubmit }.ToFrozenSet(),
    };

    private static ProviderAccount Account(string name, string taxId, string providerId, string npi) =>
        new ProviderAccount { Name = name, TaxId = taxId, CareSourceProviderId = providerId, Npi = npi }.Enroll(Market.OH, Lob.Medicaid, new(2020, 1, 1));
}
