using System.Security.Cryptography;

namespace Portal.Graph.Schema.Tests.Platform.Backup;

/// <summary>What who operates the program reads when taking care of files.</summary>
public sealed class FilesVerbTests
{
    [SqliteFact, Requirement("PLT-16")]
    public async Task A_new_master_key_is_taken_up_a_missing_one_is_named_and_lost_contents_are_told()
    {
        await using var drill = await BackupDrill.StartAsync();
        await drill.UploadAsync("one");
        string[] settings = [$"--Data:Directory={drill.Portal.Directory}"];
        string[] renewed = [.. settings, $"--Files:Keys:2027={Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}", "--Files:CurrentKey=2027"];
        (await PortalVerb.RunAsync(["files", "rewrap", .. renewed])).Output.ShouldStartWith("Wrapped 1 keys by \"2027\".");
        (await PortalVerb.RunAsync(["files", "rewrap", .. renewed])).Output.ShouldStartWith("Wrapped 0 keys: all are by \"2027\" already.");
        var without = await PortalVerb.RunAsync(["files", "check", "--read-all", .. settings]);
        (without.Code, without.Error.Trim()).ShouldBe((2, "Files:Keys:2027 is missing: contents are sealed by it."));
        (await PortalVerb.RunAsync(["files", "check", "--read-all", .. renewed])).Code.ShouldBe(0);

        var contents = Path.Combine(drill.Portal.Directory, "files", "contents");
        File.Delete(Directory.EnumerateFiles(contents, "*", SearchOption.AllDirectories).ShouldHaveSingleItem());
        var lost = await PortalVerb.RunAsync(["files", "check", .. renewed]);
        lost.Code.ShouldBe(1);
        lost.Output.ShouldContain("1 contents, 1 missing");
        lost.Output.ShouldContain($"from a backup into {contents}, and check again");
    }
}
