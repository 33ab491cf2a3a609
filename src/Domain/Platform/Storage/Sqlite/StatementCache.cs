using System.Data;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Portal.Graph.Domain.Platform.Storage.Sqlite;

/// <summary>
/// The prepared statements of one connection by their text. Compiling a statement costs SQLite more than running it on a few
/// rows, and Microsoft.Data.Sqlite compiles anew for every command. Not for parallel use, as the connection is not.
/// </summary>
internal sealed class StatementCache
{
    // More than the portal has; the bound is for statements whose text varies.
    private const int Most = 200;
    private static readonly ConditionalWeakTable<SqliteConnection, StatementCache> All = [];
    private readonly Dictionary<string, CachedCommand> _idle = new(StringComparer.Ordinal);

    /// <summary>A command with this text, to be disposed of like any other; what parameters it has are those of its last use.</summary>
    public static SqliteCommand Take(SqliteConnection connection, string text)
    {
        var cache = All.GetOrCreateValue(connection);
        if (!cache._idle.Remove(text, out var command))
            return new CachedCommand(cache) { Connection = connection, CommandText = text, CommandTimeout = connection.DefaultTimeout };
        command.IsIdle = false;
        return command;
    }

    private bool Keep(CachedCommand command) => _idle.Count < Most && _idle.TryAdd(command.CommandText, command);

    /// <summary>Goes back to the cache instead of being disposed, unless it failed: then nobody knows what state it is in.</summary>
    private sealed class CachedCommand(StatementCache cache) : SqliteCommand
    {
        private bool _failed;

        public bool IsIdle { get; set; }

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            try
            {
                return base.ExecuteReader(behavior);
            }
            catch
            {
                _failed = true;
                throw;
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (IsIdle)
            {
                // The connection closes and takes its commands with it.
                cache._idle.Remove(CommandText);
            }
            else if (disposing && !_failed && DataReader is null && Connection?.State is ConnectionState.Open && cache.Keep(this))
            {
                (IsIdle, Transaction) = (true, null);
                return;
            }
            IsIdle = false;
            base.Dispose(disposing);
        }
    }
}
