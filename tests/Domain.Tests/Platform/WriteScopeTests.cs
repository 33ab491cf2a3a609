using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform;

public class WriteScopeTests
{
    [Fact, Requirement("PLT-03", "PLT-04")]
    public async Task A_commit_chains_one_audit_row_in_the_same_save()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope(Actor.System("job"));
        await using (var write = await scope.Db.BeginWriteAsync(default))
        {
            var item = WorkItem.Open("Q-CLAIM-PEND", "Claim", 7, Market.OH, TestClock.Monday, TestClock.Monday.AddDays(30), "review");
            scope.Db.Add(item);
            scope.Get<AuditLog>().Changed("work.opened", item, after: new { item.State });
            (await scope.Get<NumberSeries>().NextAsync("C", new(2025, 11, 1), default)).ShouldBe("C2511010000001");
            (await scope.Get<NumberSeries>().NextAsync("C", new(2025, 11, 1), default)).ShouldBe("C2511010000002");
            await write.CommitAsync(default);
            item.Id.ShouldBeGreaterThan(0);
        }
        scope.Get<AuditLog>().Read("Member", 1, 1, "eligibility");
        scope.Get<AuditLog>().Read("Member", 1, 1, "eligibility");
        await scope.Get<AuditLog>().FlushReadsAsync(default);
        (await scope.Get<AuditChain>().VerifyAsync(default)).ShouldBe(new ChainReport(2, null));
    }
}
