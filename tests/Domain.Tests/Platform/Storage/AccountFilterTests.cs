using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Links;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Accounts.Tokens;
using Portal.Graph.Domain.Accounts.Trainings;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Tests.Claims;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Storage;

/// <summary>What a read finds that forgets to ask whose it is.</summary>
[Requirement("PLT-19")]
public sealed class AccountFilterTests : IAsyncLifetime
{
    private ClaimPlan _plan = null!;

    public async Task InitializeAsync()
    {
        _plan = await ClaimPlan.CreateAsync();
        await _plan.HistoryAsync(TestClock.Monday);
        await _plan.HistoryAsync(TestClock.Monday, account: _plan.Other);
        await _plan.DraftAsync(new());
    }

    public async Task DisposeAsync() => await _plan.DisposeAsync();

    private async Task<(int Claims, int Drafts)> SeenByAsync(Actor actor)
    {
        await using var scope = _plan.As(actor);
        return (await scope.Db.Set<Claim>().CountAsync(), await scope.Db.Set<ClaimDraft>().CountAsync());
    }

    [Fact]
    public async Task An_account_finds_its_own_and_nobody_elses()
    {
        (await SeenByAsync(_plan.Biller)).ShouldBe((1, 1));
        (await SeenByAsync(_plan.OtherBiller)).ShouldBe((1, 0));
        (await SeenByAsync(_plan.Biller with { AccountIds = new[] { _plan.Practice.Id, _plan.Other.Id }.ToFrozenSet() })).ShouldBe((2, 1));
    }

    [Fact]
    public async Task Another_market_finds_nothing() => (await SeenByAsync(_plan.Biller with { Market = Market.GA })).ShouldBe((0, 0));

    [Fact]
    public async Task Nobody_finds_nothing_and_staff_and_the_system_find_all()
    {
        (await SeenByAsync(Actor.Anonymous)).ShouldBe((0, 0));
        (await SeenByAsync(_plan.Analyst)).ShouldBe((2, 1));
        (await SeenByAsync(Actor.System("test"))).ShouldBe((2, 1));
    }

    [Fact]
    public async Task A_context_of_the_pool_reads_for_its_next_user_only()
    {
        for (var i = 0; i < 3; i++)
        {
            (await SeenByAsync(_plan.Analyst)).Claims.ShouldBe(2);
            (await SeenByAsync(_plan.OtherBiller)).Claims.ShouldBe(1);
            (await SeenByAsync(Actor.Anonymous)).Claims.ShouldBe(0);
        }
    }

    [Fact]
    public async Task The_filter_asks_who_acts_when_it_reads()
    {
        await using var scope = _plan.As(Actor.Anonymous);
        (await scope.Db.Set<Claim>().CountAsync()).ShouldBe(0);
        scope.Get<ActorScope>().Set(_plan.Analyst);
        (await scope.Db.Set<Claim>().CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Every_record_with_an_account_is_filtered_or_says_why_not()
    {
        await using var scope = _plan.As(Actor.System("test"));
        var open = scope.Db.Model.GetEntityTypes().Select(entity => entity.ClrType)
            .Where(type => type.GetProperties().Any(p => p.Name is "AccountId" or "BillingAccountId") && !AccountRecords.IsAccountRecord(type)).Select(type => type.Name);
        open.Except(Unfiltered.Keys).ShouldBeEmpty("implement IAccountRecord, or say here why not");
        Unfiltered.Keys.Except(open).ShouldBeEmpty();
    }

    private static readonly Dictionary<string, string> Unfiltered = new()
    {
        [nameof(ProviderMarket)] = "a part of the provider directory",
        [nameof(ProviderAddress)] = "a part of the provider directory",
        [nameof(PractitionerAffiliation)] = "a part of the provider directory",
        [nameof(Membership)] = "says which accounts somebody has, so it is read before that is known",
        [nameof(AccountLink)] = "says which accounts somebody has, so it is read before that is known",
        [nameof(ApiToken)] = "found by its secret, before it is known who acts",
        [nameof(Registration)] = "who tried in vain to register: the plan's, by staff.support",
        [nameof(Attestation)] = "a person's own, whichever account they act for",
        [nameof(EligibilityInquiry)] = "a person's own, whichever account they act for",
        [nameof(PcpAttribution)] = "a member's, whose reads are bound by market and permission",
        [nameof(AuditEvent)] = "the plan's, by staff.audit.read",
        [nameof(FileUpload)] = "its uploader's",
        [nameof(StoredFile)] = "its uploader's until a record takes it, then as that record says (IFileSubject)",
        [nameof(WorkItem)] = "the plan's, by the queue's permission",
    };
}
