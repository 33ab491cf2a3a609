using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Load.Yardstick;

/// <summary>Connections for reading, each with its prepared statements, handed out again and again.</summary>
internal sealed class Readers<T>(PortalStorage storage, Func<SqliteConnection, T> prepare)
{
    private readonly ConcurrentBag<T> _idle = [];

    public async ValueTask<T> RentAsync() =>
        _idle.TryTake(out var reader) ? reader : prepare((SqliteConnection)await storage.OpenAsync(CancellationToken.None));

    public void Return(T reader) => _idle.Add(reader);
}
