using System.CommandLine;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Files.Care;
using Portal.Graph.Host.Hosting;

namespace Portal.Graph.Host.Verbs;

internal static class FilesVerb
{
    public static Command Create() => new("files", "Takes care of the file store.") { Check(), Clean(), Rewrap() };

    private static Command Check()
    {
        var readAll = new Option<bool>("--read-all") { Description = "Opens every content and compares its SHA-256, instead of its length." };
        var delete = new Option<bool>("--delete-ownerless") { Description = "Deletes contents that no row knows." };
        var command = new Command("check", "Compares the file store with the database; ends with 1 when something is missing or damaged.") { readAll, delete }.Configurable();
        command.SetAction((parsed, ct) => RunAsync<FileConsistency>(parsed, async check =>
        {
            var report = await check.CheckAsync(parsed.GetValue(readAll), parsed.GetValue(delete), ct);
            Console.WriteLine($"{report.Checked} contents, {report.Missing.Count} missing, {report.Damaged.Count} damaged, {report.Ownerless.Count} that no row knows.");
            foreach (var id in report.Missing) Console.WriteLine($"missing: content {id}");
            foreach (var id in report.Damaged) Console.WriteLine($"damaged: content {id}");
            foreach (var name in report.Ownerless) Console.WriteLine($"no row knows: {name}");
            return report.Missing.Count + report.Damaged.Count > 0 ? 1 : 0;
        }));
        return command;
    }

    private static Command Clean()
    {
        var command = new Command("clean", "Deletes expired uploads, files that nothing took in time, and contents without files.").Configurable();
        command.SetAction((parsed, ct) => RunAsync<FileCleanup>(parsed, async cleanup =>
        {
            var report = await cleanup.RunAsync(ct);
            Console.WriteLine($"Deleted {report.Uploads} uploads, {report.Drafts} forgotten drafts, {report.Files} files, {report.Contents} contents.");
            return 0;
        }));
        return command;
    }

    private static Command Rewrap()
    {
        var command = new Command("rewrap", "Wraps the keys of all files by the current master key.").Configurable();
        command.SetAction((parsed, ct) => RunAsync<FileKeyRotation>(parsed, async rotation =>
        {
            Console.WriteLine($"Wrapped {await rotation.RunAsync(ct)} keys.");
            return 0;
        }));
        return command;
    }

    private static async Task<int> RunAsync<T>(ParseResult parsed, Func<T, Task<int>> run) where T : notnull
    {
        await using var app = PortalHost.Build(parsed.Configuration());
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorScope>().Set(Actor.System("files verb"));
        return await run(scope.ServiceProvider.GetRequiredService<T>());
    }
}
