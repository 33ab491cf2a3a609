using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;

namespace Portal.Graph.Schema.Tests.Platform.Backup;

public sealed class BackupTests
{
    [SqliteFact, Requirement("PLT-16")]
    public async Task A_backup_under_writes_is_of_one_moment_and_serves_elsewhere()
    {
        await using var drill = await BackupDrill.StartAsync();
        for (var i = 0; i < 3; i++) await drill.UploadAsync($"stay {i}");
        using var stop = new CancellationTokenSource();
        var writing = drill.SubmitAsync(stop.Token);
        await drill.ReachAsync(2, writing);
        var backup = await drill.BackUpAsync();
        await drill.ReachAsync(drill.Submitted.Count + 2, writing);
        await stop.CancelAsync();
        await writing;
        backup.Code.ShouldBe(0, backup.Error);

        var restored = await drill.RestoreAsync();
        restored.Code.ShouldBe(0, restored.Error);
        var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(drill.Backup, "manifest.json"))).RootElement;
        var rows = manifest.GetProperty("rows");
        Count(drill.Elsewhere, "AuditEvents").ShouldBe(rows.GetProperty("AuditEvents").GetInt64());
        Count(drill.Elsewhere, "Claims").ShouldBe(rows.GetProperty("Claims").GetInt64());
        Count(drill.Elsewhere, "StoredContents").ShouldBe(rows.GetProperty("StoredContents").GetInt64());
        rows.GetProperty("Claims").GetInt64().ShouldBeLessThan(Count(drill.Portal.Directory, "Claims"));
        // Of one moment: of the claims in their order the backup has those until then, and no other.
        var kept = drill.Submitted.Select(n => Count(drill.Elsewhere, "Claims", $"\"Number\" = '{n}'") == 1).ToList();
        kept.ShouldBe(kept.OrderByDescending(k => k));
        kept.Count(k => k).ShouldBeGreaterThanOrEqualTo(2);

        var files = await PortalVerb.RunAsync("files", "check", "--read-all", $"--Data:Directory={drill.Elsewhere}");
        files.Code.ShouldBe(0, files.Error);
        files.Output.ShouldContain("3 contents, 0 missing, 0 damaged, 0 that no row knows.");
        await using var portal = await drill.Portal.StartOnAsync(drill.Elsewhere);
        var claims = await (await portal.SignInAsync("demo.billing")).SendAsync("{ viewer { user { displayName } } claims(where: { serviceDates: { from: \"2025-10-01\" } }, first: 5) { nodes { number } } }");
        claims.Data("viewer", "user", "displayName").GetString().ShouldNotBeNullOrEmpty();
        claims.Data("claims", "nodes").GetArrayLength().ShouldBeGreaterThan(0);
        (await portal.AsAsync(Actor.System("test"), s => s.GetRequiredService<AuditChain>().VerifyAsync(default))).FirstBroken.ShouldBeNull();
    }

    [SqliteFact, Requirement("PLT-16")]
    public async Task A_restore_spares_what_is_there_and_refuses_what_is_not_whole()
    {
        await using var drill = await BackupDrill.StartAsync();
        await drill.UploadAsync("one");
        (await drill.BackUpAsync()).Code.ShouldBe(0);
        (await drill.BackUpAsync()).Error.ShouldContain("is not empty");
        (await drill.RestoreAsync()).Code.ShouldBe(0);

        var twice = await drill.RestoreAsync();
        (twice.Code, twice.Error.Contains("--force", StringComparison.Ordinal)).ShouldBe((2, true));
        using (await PortalProcess.StartAsync(drill.Elsewhere))
        {
            var served = await drill.RestoreAsync("--force");
            (served.Code, served.Error.Contains("in use", StringComparison.Ordinal)).ShouldBe((2, true), served.Output + served.Error);
        }
        var forced = await drill.RestoreAsync("--force");
        forced.Code.ShouldBe(0, forced.Error);
        var aside = Directory.GetDirectories(drill.Elsewhere, "before-restore-*").ShouldHaveSingleItem();
        File.Exists(Path.Combine(aside, "portal.db")).ShouldBeTrue();
        OpenSessions(drill.Elsewhere).ShouldBe(0);
        OpenSessions(drill.Portal.Directory).ShouldBeGreaterThan(0);

        Directory.Delete(drill.Elsewhere, recursive: true);
        var content = Directory.EnumerateFiles(Path.Combine(drill.Backup, "contents"), "*", SearchOption.AllDirectories).ShouldHaveSingleItem();
        var bytes = await File.ReadAllBytesAsync(content);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(content, bytes);
        var damaged = await drill.RestoreAsync();
        (damaged.Code, damaged.Error.Contains("is not what was written", StringComparison.Ordinal)).ShouldBe((2, true));
        File.Exists(Path.Combine(drill.Elsewhere, "portal.db")).ShouldBeFalse();
    }

    [SqliteFact, Requirement("PLT-04", "PLT-16")]
    public async Task A_backup_whose_trail_was_changed_is_refused_even_with_a_manifest_that_fits()
    {
        await using var drill = await BackupDrill.StartAsync();
        await drill.UploadAsync("one");
        (await drill.BackUpAsync()).Code.ShouldBe(0);
        var database = Path.Combine(drill.Backup, "portal.db");
        using (var connection = new SqliteConnection($"Data Source={database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """UPDATE "AuditEvents" SET "Action" = 'other' WHERE "Seq" = 2""";
            command.ExecuteNonQuery().ShouldBe(1);
        }
        var manifest = Path.Combine(drill.Backup, "manifest.json");
        var lines = await File.ReadAllLinesAsync(manifest);
        var at = Array.FindIndex(lines, l => l.Contains("\"portal.db\"", StringComparison.Ordinal));
        lines[at + 1] = $"\"bytes\": {new FileInfo(database).Length},";
        lines[at + 2] = $"\"sha256\": \"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(database)))}\"";
        await File.WriteAllLinesAsync(manifest, lines);
        var restored = await drill.RestoreAsync();
        (restored.Code, restored.Error.Trim()).ShouldBe((2, "The audit trail is broken at row 2."));
    }

    [Fact, Requirement("PLT-16")]
    public async Task On_a_server_the_server_is_named_that_does_it()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"portal-no-backup-{Guid.NewGuid():n}");
        var advice = await PortalVerb.RunAsync(
            "backup", folder, "--Storage:Provider=PostgreSql", "--ConnectionStrings:Portal=Host=db.example.org;Port=5433;Username=portal;Password=secret;Database=plan", "--Data:Directory=/srv/portal");
        advice.Code.ShouldBe(2);
        advice.Error.ShouldContain($"pg_dump --format=custom --file={folder}/portal.dump --dbname=\"host=db.example.org port=5433 dbname=plan user=portal\"");
        advice.Error.ShouldContain($"cp -a /srv/portal/keys {folder}/keys");
        advice.Error.ShouldNotContain("secret");
        Directory.Exists(folder).ShouldBeFalse();
    }

    private static long OpenSessions(string directory) => Count(directory, "Sessions", "\"EndedAt\" IS NULL");

    private static long Count(string directory, string table, string where = "true")
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "portal.db")};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM \"{table}\" WHERE {where}";
        return (long)command.ExecuteScalar()!;
    }
}
