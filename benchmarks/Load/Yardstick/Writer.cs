using Portal.Graph.Driving;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Portal.Graph.Load.Yardstick;

/// <summary>That somebody asked for eligibility, as the portal keeps it.</summary>
internal sealed record Inquiry(Caller Caller, string CriteriaHash, string DateOfService, string MemberIds, DateTime At);

/// <summary>
/// The one writing connection. What reads leave behind is committed in groups, as the portal does it: while one commit is on its
/// way to the disk, the rows of the next gather.
/// </summary>
internal sealed class Writer
{
    private readonly Channel<(IReadOnlyList<AuditEntry> Rows, Inquiry? Inquiry, TaskCompletionSource Done)> _waiting =
        Channel.CreateUnbounded<(IReadOnlyList<AuditEntry>, Inquiry?, TaskCompletionSource)>(new() { SingleReader = true });
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Statement _begin, _commit, _rollback, _inquiry;

    public Writer(SqliteConnection connection)
    {
        (Connection, Trail) = (connection, new(connection));
        (_begin, _commit, _rollback) = (new(connection, "BEGIN IMMEDIATE", 0), new(connection, "COMMIT", 0), new(connection, "ROLLBACK", 0));
        _inquiry = new(connection, """
            INSERT INTO "EligibilityInquiries" ("UserId", "AccountId", "Market", "Mode", "CriteriaHash", "DateOfService", "ResultMemberIds", "At")
            VALUES (@0, @1, @2, 'CareSourceId', @3, @4, @5, @6)
            """, 7);
        _ = Task.Run(GatherAsync);
    }

    public SqliteConnection Connection { get; }
    public AuditTrail Trail { get; }

    /// <summary>Completes when the rows are durable.</summary>
    public Task StoreAsync(IReadOnlyList<AuditEntry> rows, Inquiry? inquiry = null)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Writer.TryWrite((rows, inquiry, done));
        return done.Task;
    }

    /// <summary>One durable transaction of its own.</summary>
    public async Task<T> CommitAsync<T>(Func<T> write)
    {
        await _gate.WaitAsync();
        try
        {
            _begin.Run();
            var result = write();
            _commit.Run();
            return result;
        }
        catch
        {
            _rollback.Run();
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task GatherAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            List<TaskCompletionSource> done = [];
            try
            {
                await CommitAsync(() =>
                {
                    List<AuditEntry> rows = [];
                    while (_waiting.Reader.TryRead(out var next))
                    {
                        done.Add(next.Done);
                        rows.AddRange(next.Rows);
                        if (next.Inquiry is not { } i) continue;
                        _inquiry.Run(i.Caller.UserId, i.Caller.AccountId, i.Caller.Market, i.CriteriaHash, i.DateOfService, i.MemberIds, i.At);
                    }
                    Trail.Append(rows);
                    return rows.Count;
                });
                foreach (var waiter in done) waiter.SetResult();
            }
            catch (Exception failure)
            {
                foreach (var waiter in done) waiter.SetException(failure);
            }
        }
    }
}
