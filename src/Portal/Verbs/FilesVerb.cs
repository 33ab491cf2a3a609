using System.CommandLine;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Files.Care;
using Portal.Graph.Domain.Platform.Files.Sealing;
using Portal.Graph.Domain.Platform.Files.Stores;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Host.Hosting;
using Portal.Graph.Host.Settings;

namespace Portal.Graph.Host.Verbs;

internal static class FilesVerb
{
    public static Command Create() => new("files", "Takes care of the file store.") { Check(), Clean(), Rewrap() };

    private static Command Check()
    {
        var readAll = new Option<bool>("--read-all") { Description = "Opens every content and compares its SHA-256, instead of its length." };
        var delete = new Option<bool>("--delete-ownerless") { Description = "Deletes contents that no row knows." };
        var command = new Command("check", "Compares the file store with the database; ends with 1 when something is missing or damaged.") { readAll, delete }.Configurable();
        command.SetAction((parsed, ct) => RunAsync(parsed, async services =>
        {
            var report = await services.GetRequiredService<FileConsistency>().CheckAsync(parsed.GetValue(readAll), parsed.GetValue(delete), ct);
            Console.WriteLine($"{report.Checked} contents, {report.Missing.Count} missing, {report.Damaged.Count} damaged, {report.Ownerless.Count} that no row knows.");
            foreach (var id in report.Missing) Console.WriteLine($"missing: content {id}");
            foreach (var id in report.Damaged) Console.WriteLine($"damaged: content {id}");
            foreach (var name in report.Ownerless) Console.WriteLine($"no row knows: {name}{(parsed.GetValue(delete) ? ", deleted" : "")}");
            if (report.Ownerless.Count > 0 && !parsed.GetValue(delete)) Console.WriteLine("--delete-ownerless deletes what no row knows.");
            if (report.Missing.Count + report.Damaged.Count == 0) return 0;
            Console.WriteLine($"Bring back what is missing or damaged from a backup into {services.GetRequiredService<IFileStore>().Place}, and check again.");
            return 1;
        }, ct));
        return command;
    }

    private static Command Clean()
    {
        var command = new Command("clean", "Deletes expired uploads, files that nothing took in time, and contents without files.").Configurable();
        command.SetAction((parsed, ct) => RunAsync(parsed, async services =>
        {
            var report = await services.GetRequiredService<FileCleanup>().RunAsync(ct);
            Console.WriteLine($"Deleted {report.Uploads} uploads, {report.Drafts} forgotten drafts, {report.Files} files, {report.Contents} contents.");
            return 0;
        }, ct));
        return command;
    }

    private static Command Rewrap()
    {
        var command = new Command("rewrap", "Wraps the keys of all files by the current master key.").Configurable();
        command.SetAction((parsed, ct) => RunAsync(parsed, async services =>
        {
            var wrapped = await services.GetRequiredService<FileKeyRotation>().RunAsync(ct);
            var current = services.GetRequiredService<FileKeys>().CurrentId;
            Console.WriteLine(wrapped == 0
                ? $"Wrapped 0 keys: all are by \"{current}\" already. When every process has it as Files:CurrentKey, the others can be taken out of Files:Keys."
                : $"Wrapped {wrapped} keys by \"{current}\". Do it again when every process has it as Files:CurrentKey, until it says 0.");
            return 0;
        }, ct));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> run, CancellationToken ct)
    {
        await using var services = PortalHost.BuildDomain(parsed.Configuration());
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorScope>().Set(Actor.System("files verb"));
        // Opening a database that is not there would make an empty one.
        if (scope.ServiceProvider.GetRequiredService<PortalStorage>().DatabaseFile is { } file && !File.Exists(file))
            return FileFaults.Failed($"There is no {file}: give the configuration that the program serves with (Data:Directory).");
        if (!await scope.ServiceProvider.GetRequiredService<PortalDatabase>().IsCurrentAsync(ct))
            return FileFaults.Failed("The database has not this program's version: start the program once, or run its verb migrate.");
        await SettingCheck.DemandAsync(scope.ServiceProvider.GetRequiredService<IFileStore>(), ct);
        return await run(scope.ServiceProvider);
    }
}
