using Portal.Graph.Clients;
using Portal.Graph.Schema.Tests.Files;

namespace Portal.Graph.Schema.Tests.Platform.Backup;

/// <summary>A store whose contents lie in a bucket.</summary>
public sealed class BucketBackupTests
{
    [SqliteNodeFact, Requirement("PLT-16")]
    public async Task A_backup_says_that_the_contents_are_in_the_bucket_and_a_restore_goes_back_to_it()
    {
        await using var s3 = await S3Server.StartAsync();
        await using var drill = await BackupDrill.StartAsync(s3.Settings());
        await drill.UploadAsync("one");
        var backup = await drill.BackUpAsync();
        backup.Code.ShouldBe(0, backup.Error);
        backup.Output.ShouldContain("The contents of files are not in it: they lie in the bucket records, below portal/.");
        Directory.Exists(Path.Combine(drill.Backup, "contents")).ShouldBeFalse();

        var astray = await drill.RestoreAsync();
        (astray.Code, astray.Error.Trim()).ShouldBe((2, "The backup is of a store whose contents lie in a bucket: restore with Files:Store=S3 and the settings of that bucket."));
        Directory.Exists(Path.Combine(drill.Elsewhere, "keys")).ShouldBeFalse();
        var restored = await drill.RestoreAsync(s3.Settings());
        restored.Code.ShouldBe(0, restored.Error);
        restored.Output.ShouldContain("The contents of files were not in the backup");
        var check = await PortalVerb.RunAsync(["files", "check", "--read-all", $"--Data:Directory={drill.Elsewhere}", .. s3.Settings()]);
        (check.Code, check.Output.Trim()).ShouldBe((0, "1 contents, 0 missing, 0 damaged, 0 that no row knows."));
    }
}

/// <summary>A test of the embedded database that needs Node too.</summary>
internal sealed class SqliteNodeFactAttribute : FactAttribute
{
    public SqliteNodeFactAttribute() => Skip = new SqliteFactAttribute().Skip ?? new NodeFactAttribute().Skip;
}
