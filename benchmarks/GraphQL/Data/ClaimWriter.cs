using Portal.Graph.Driving;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Portal.GraphQL.Comparison.Data;

/// <summary>A claim to be kept, with its lines; money in cents.</summary>
internal sealed record NewClaim(long MemberId, long ProviderId, string Diagnosis, string ServiceDate, string ReceivedDate, IReadOnlyList<NewLine> Lines)
{
    public long Charged => Lines.Sum(l => l.Charged);
}

internal sealed record NewLine(string Procedure, string Description, int Units, long Charged);

/// <summary>
/// The one writing connection, the same in both servers. Claims are committed in groups: while one commit is on its way to
/// the disk, the claims of the next gather. The log goes into the database on a connection of its own.
/// </summary>
internal sealed class ClaimWriter
{
    private readonly Channel<(NewClaim Claim, TaskCompletionSource<long> Done)> _waiting =
        Channel.CreateUnbounded<(NewClaim, TaskCompletionSource<long>)>(new() { SingleReader = true });
    private readonly Statement _begin, _commit, _rollback, _claim, _line;
    private long _last;

    public ClaimWriter(Database database)
    {
        var connection = database.Open();
        (_begin, _commit, _rollback) = (new(connection, "BEGIN IMMEDIATE", 0), new(connection, "COMMIT", 0), new(connection, "ROLLBACK", 0));
        (_claim, _line) = (new(connection, Sql.InsertClaim, 8), new(connection, Sql.InsertLine, 6));
        _last = (long)new Statement(connection, "SELECT MAX(id) FROM claims", 0).Value()!;
        _ = Task.Run(GatherAsync);
        _ = Task.Run(() => CheckpointAsync(database.Open()));
    }

    /// <summary>Completes with the claim's id when the claim is durable.</summary>
    public Task<long> StoreAsync(NewClaim claim)
    {
        var done = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Writer.TryWrite((claim, done));
        return done.Task;
    }

    /// <summary>What a claim with the id is called.</summary>
    public static string NumberOf(long id) => $"C{id:0000000000}";

    private async Task GatherAsync()
    {
        List<(TaskCompletionSource<long> Done, long Id)> written = [];
        while (await _waiting.Reader.WaitToReadAsync())
        {
            written.Clear();
            try
            {
                _begin.Run();
                while (_waiting.Reader.TryRead(out var next))
                {
                    written.Add((next.Done, _last + 1));
                    Write(++_last, next.Claim);
                }
                _commit.Run();
                foreach (var (done, id) in written) done.SetResult(id);
            }
            catch (SqliteException failure)
            {
                _rollback.Run();
                foreach (var (done, _) in written) done.TrySetException(failure);
            }
        }
    }

    private void Write(long id, NewClaim claim)
    {
        _claim.Run(id, NumberOf(id), claim.MemberId, claim.ProviderId, claim.Diagnosis, claim.ServiceDate, claim.ReceivedDate, claim.Charged);
        for (var i = 0; i < claim.Lines.Count; i++)
            _line.Run(id, i + 1, claim.Lines[i].Procedure, claim.Lines[i].Description, claim.Lines[i].Units, claim.Lines[i].Charged);
    }

    private static async Task CheckpointAsync(SqliteConnection connection)
    {
        var checkpoint = new Statement(connection, "PRAGMA wal_checkpoint(PASSIVE)", 0);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync()) checkpoint.Run();
    }
}
