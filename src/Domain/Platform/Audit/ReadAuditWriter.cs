using System.Data.Common;
using System.Threading.Channels;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Audit;

/// <summary>
/// Group commit for the audit of reads (PLT-06): while one transaction is being made durable, the rows of all requests in
/// flight gather; the next transaction takes them together, and each request waits for the one that holds its rows.
/// </summary>
public sealed class ReadAuditWriter(PortalStorage storage, WriteGate gate) : IAsyncDisposable, IDisposable
{
    private readonly Channel<Batch> _waiting = Channel.CreateUnbounded<Batch>(new() { SingleReader = true });
    private int _running;
    // Touched by the one writer only.
    private DbConnection? _kept;

    /// <summary>Completes when the rows are durable, fails when their transaction did.</summary>
    internal Task StoreAsync(IReadOnlyList<AuditRow> rows, IReadOnlyList<IReadCompanion> companions)
    {
        var batch = new Batch(rows, companions);
        _waiting.Writer.TryWrite(batch);
        if (Interlocked.Exchange(ref _running, 1) == 0) _ = Task.Run(WriteAsync);
        return batch.Done.Task;
    }

    /// <summary>Runs while there is something to write: an idle portal has no writer.</summary>
    private async Task WriteAsync()
    {
        do
        {
            while (_waiting.Reader.TryPeek(out _)) await WriteOnceAsync();
            Volatile.Write(ref _running, 0);
        }
        while (_waiting.Reader.TryPeek(out _) && Interlocked.Exchange(ref _running, 1) == 0);
    }

    private async Task WriteOnceAsync()
    {
        List<Batch> batches = [];
        try
        {
            await gate.EnterAsync(CancellationToken.None);
            try
            {
                // Taken after the gate opened: what arrived during the wait still comes along.
                while (_waiting.Reader.TryRead(out var batch)) batches.Add(batch);
                await WriteAsync(batches);
            }
            catch
            {
                await DropConnectionAsync();
                throw;
            }
            finally
            {
                gate.Leave();
            }
            foreach (var batch in batches) batch.Done.SetResult();
        }
        catch (Exception failure)
        {
            foreach (var batch in batches) batch.Done.SetException(failure);
        }
    }

    private async Task WriteAsync(List<Batch> batches)
    {
        var connection = _kept ??= await storage.OpenAsync(CancellationToken.None);
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            foreach (var batch in batches)
                foreach (var companion in batch.Companions) await companion.InsertAsync(connection, transaction, CancellationToken.None);
            await AuditChain.AppendAsync(connection, transaction, [.. batches.SelectMany(b => b.Rows)], CancellationToken.None);
            await transaction.CommitAsync();
        }
        // A file's connection keeps its prepared statements; a server's goes back to the pool, which knows when it is broken.
        if (storage.Provider is not StorageProvider.Sqlite) await DropConnectionAsync();
    }

    private async ValueTask DropConnectionAsync()
    {
        if (Interlocked.Exchange(ref _kept, null) is { } connection) await connection.DisposeAsync();
    }

    public ValueTask DisposeAsync() => DropConnectionAsync();

    public void Dispose() => Interlocked.Exchange(ref _kept, null)?.Dispose();

    private sealed record Batch(IReadOnlyList<AuditRow> Rows, IReadOnlyList<IReadCompanion> Companions)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
