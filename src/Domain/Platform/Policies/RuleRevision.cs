using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Policies;

/// <summary>A record that processes keep in memory: saving one raises the <see cref="RuleRevision"/>.</summary>
public interface IRuleRow;

/// <summary>
/// A number that every change of policies, holidays or contacts raises in its own transaction. Caches of any process compare it with what they hold: it is
/// asked at most every <see cref="Bound"/>, so nothing is older than that.
/// </summary>
public sealed class RuleRevision(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>How long a change of another process can go unseen, and no longer.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(2);

    /// <summary>Whoever changes rules holds the lock of this name: revisions become visible in their order.</summary>
    internal const string Name = "rules";

    private volatile Known? _known;

    public async ValueTask<long> CurrentAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_known is { } known && now - known.At is var age && age >= TimeSpan.Zero && age < Bound) return known.Number;
        await using var scope = scopes.CreateAsyncScope();
        var number = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<NumberSeriesRow>().AsNoTracking()
            .Where(r => r.Series == Name).Select(r => r.Last).FirstOrDefaultAsync(ct);
        _known = new(number, now);
        return number;
    }

    /// <summary>The next question asks the database.</summary>
    internal void Forget() => _known = null;

    /// <summary>Inside the write scope of a change of rules, with the lock held.</summary>
    internal static async Task RaiseAsync(PortalDb db, CancellationToken ct)
    {
        var transaction = db.Database.CurrentTransaction ?? throw new InvalidOperationException("Rules change inside a write scope.");
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO "NumberSeries" ("Series", "Last") VALUES ('{Name}', 1) ON CONFLICT ("Series") DO UPDATE SET "Last" = "NumberSeries"."Last" + 1
            """);
        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed record Known(long Number, DateTimeOffset At);
}
