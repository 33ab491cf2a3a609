using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Information;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Work;

[Requirement("PLT-03", "PLT-08")]
public sealed class WorkAuditTests
{
    [Fact]
    public async Task Every_step_is_in_the_trail_of_its_item_with_who_and_from_what_to_what_and_without_its_words()
    {
        await using var bench = await WorkBench.CreateAsync();
        var account = (await bench.ProviderAsync()).Id;
        var ana = await bench.HireAsync("ana.lindqvist", StaffRole.ClaimsAnalyst);
        var analyst = WorkBench.Analyst(ana.Id);
        var item = await bench.ItemAsync("C1", account: account);
        await bench.DoAsync(WorkBench.Supervisor(9), d => d.PrioritizeAsync(item.Id, 5, null, default));
        await bench.DoAsync(WorkBench.Supervisor(9), d => d.AssignAsync(item.Id, ana.Id, null, default));
        await bench.DoAsync(analyst, d => d.NoteAsync(item.Id, "secret words", default));
        await bench.DoAsync(analyst, d => d.ReleaseAsync(item.Id, null, default));
        await bench.DoAsync(analyst, d => d.TakeAsync(item.Id, default));
        await AskAsync();
        await bench.AsAsync<InformationDesk, Outcome<WorkItem>>(analyst, d => d.RecordAsync(item.Id, "secret words", null, default));
        await AskAsync();
        await bench.AsAsync<InformationDesk, Outcome<WorkItem>>(analyst, d => d.WithdrawAsync(item.Id, null, default));
        await AskAsync();
        (await bench.AsAsync<InformationAnswerDesk, Outcome<InformationRequest>>(WorkBench.Biller(account), d => d.AnswerAsync(new("C1", "secret words", [], "k"), default))).ShouldGive();
        await bench.DoAsync(analyst, d => d.CompleteAsync(item.Id, null, default));
        await bench.DoAsync(WorkBench.Supervisor(9), d => d.ReopenAsync(item.Id, null, default));

        await using var scope = bench.Database.Scope(WorkBench.Staff(50, Permission.StaffAuditRead));
        var trail = (await scope.Get<AuditReads>().PageAsync(new(Record: $"WorkItem {item.Id}"), default, 100, default)).Value.ShouldNotBeNull().Rows.Where(e => e.ActorId is not null).Reverse().ToList();
        trail.Select(e => (e.Action, e.ActorId)).ShouldBe(
        [
            ("work.prioritized", 9L), ("work.assigned", 9L), ("work.noted", ana.Id), ("work.released", ana.Id), ("work.taken", ana.Id),
            ("information.asked", ana.Id), ("information.recorded", ana.Id), ("information.asked", ana.Id), ("information.withdrawn", ana.Id),
            ("information.asked", ana.Id), ("work.informationCame", 900L), ("work.completed", ana.Id), ("work.reopened", 9L),
        ]);
        trail.ShouldAllBe(e => !$"{e.Before}{e.After}".Contains("secret"));
        trail[^2].Before.ShouldNotBeNull().ShouldContain("\"state\":\"Assigned\"");
        trail[^2].After.ShouldNotBeNull().ShouldContain("\"state\":\"Done\"");
        (await scope.Db.Set<AuditEvent>().CountAsync(e => e.Entity == nameof(InformationRequest) && e.Action == "information.answered")).ShouldBe(1);
        (await scope.Get<AuditReads>().PageAsync(new(Record: "WorkItem"), default, 100, default)).Refusals.ShouldHaveSingleItem().Path.ShouldBe(["record"]);

        Task AskAsync() => bench.AsAsync<InformationDesk, Outcome<WorkItem>>(analyst, d => d.AskAsync(item.Id, "secret words", 14, null, default));
    }

    [Fact, Requirement("PLT-06")]
    public async Task Reading_a_question_is_on_record_for_staff_and_for_the_provider()
    {
        await using var bench = await WorkBench.CreateAsync();
        var account = (await bench.ProviderAsync()).Id;
        var item = await bench.ItemAsync("C1", account: account);
        await bench.DoAsync(WorkBench.Analyst(1), d => d.TakeAsync(item.Id, default));
        (await bench.AsAsync<InformationDesk, Outcome<WorkItem>>(WorkBench.Analyst(1), d => d.AskAsync(item.Id, "Why?", 14, null, default))).ShouldGive();
        await using (var scope = bench.Database.Scope(WorkBench.Biller(account)))
        {
            await scope.Get<InformationReads>().Mine(null, open: true).PageAsync(1, 25, default);
            await scope.Get<AuditLog>().FlushReadsAsync(default);
        }
        await using (var scope = bench.Database.Scope(WorkBench.Analyst(2)))
        {
            await scope.Get<InformationReads>().OfItemAsync(item, default);
            await scope.Get<AuditLog>().FlushReadsAsync(default);
        }
        await using var check = bench.Database.Scope(Actor.System("test"));
        (await check.Db.Set<AuditEvent>().Where(e => e.Entity == nameof(InformationRequest) && e.Action == AuditEvent.ReadAction).OrderBy(e => e.Seq).Select(e => e.ActorId).ToListAsync())
            .ShouldBe([900, 2]);
    }
}
