using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Storage;
using Quartz;

namespace Portal.Graph.Domain.Platform.Jobs;

/// <summary>
/// The tables in which Quartz's processes agree, on PostgreSQL, in a schema of their own. Made with our migrations from the script that the
/// package brings, which makes only what is missing; serving itself needs no right to make tables.
/// </summary>
internal static partial class QuartzTables
{
    public const string Schema = "quartz";
    private const string Script = "Quartz.Impl.AdoJobStore.Schema.create_postgres.sql";

    /// <summary>Inside a write scope; nothing on SQLite.</summary>
    public static async Task AddMissingAsync(PortalDb db, CancellationToken ct)
    {
        if (db.IsSqlite) return;
        await db.LockAsync("quartz tables", ct);
        await ExecuteAsync(db, $"CREATE SCHEMA IF NOT EXISTS {Schema}", ct);
        using var script = new StreamReader(typeof(IScheduler).Assembly.GetManifestResourceStream(Script)
            ?? throw new InvalidOperationException($"Quartz brings no {Script}."));
        // {0} is the prefix with the schema, {1} without.
        var text = (await script.ReadToEndAsync(ct)).Replace("{0}", JobScheduler.TablePrefix).Replace("{1}", "qrtz_");
        foreach (var statement in Separator().Split(text).Where(s => Comment().Replace(s, "").Trim().Length > 0))
            await ExecuteAsync(db, statement, ct);
    }

    private static async Task ExecuteAsync(PortalDb db, string statement, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(db.Database.CurrentTransaction!);
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(ct);
    }

    [GeneratedRegex(@"^--;;\r?$", RegexOptions.Multiline)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\s*--.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
