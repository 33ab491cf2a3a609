using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Outbox.Tasks;

namespace Portal.Graph.Schema.Tests.Letters;

/// <summary>Processes that are killed while they write letters leave each letter written once.</summary>
public sealed class LetterKillTests
{
    private const int Letters = 60;

    [SqliteFact, Requirement("PLT-21")]
    public async Task Killed_while_it_writes_and_started_again_every_letter_is_written_once()
    {
        using var drill = await LetterDrill.CreateAsync(Letters);
        foreach (var enough in new[] { 5, 20 })
        {
            using var portal = await drill.StartAsync();
            await drill.UntilAsync(enough);
            await portal.KillAsync();
        }
        using (await drill.StartAsync()) await drill.UntilAsync(Letters);

        var letters = await drill.AskAsync(db => db.Set<Letter>().AsNoTracking().ToListAsync());
        letters.Count.ShouldBe(Letters);
        letters.ShouldAllBe(l => l.State == LetterState.Issued);
        letters.Select(l => l.FileId).Distinct().Count().ShouldBe(Letters);
        (await drill.AskAsync(db => db.Set<Delivery>().CountAsync())).ShouldBe(Letters);
        (await drill.AskAsync(db => db.Set<AuditEvent>().CountAsync(a => a.Action == "letter.issued"))).ShouldBe(Letters);
        // The last may be told of after the letter itself.
        (await drill.AskAsync(db => db.Set<OutboxTask>().CountAsync(t => t.Kind == LetterIssue.Kind && t.State == OutboxTaskState.Dead))).ShouldBe(0);
    }
}
