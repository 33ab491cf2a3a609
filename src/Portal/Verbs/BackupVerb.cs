using System.CommandLine;
using Portal.Graph.Domain.Platform.Backup;
using Portal.Graph.Host.Hosting;

namespace Portal.Graph.Host.Verbs;

internal static class BackupVerb
{
    public static Command CreateBackup()
    {
        var folder = new Argument<string>("DIR") { Description = "A new or empty folder." };
        var command = new Command("backup", "Copies the embedded database, the keys and the files into a folder, while the program serves; ends with 1 when the store is not whole.")
        {
            folder,
        }.Configurable();
        command.SetAction((parsed, ct) => RunAsync<StoreBackup>(parsed, async backup =>
        {
            var place = parsed.Folder(folder);
            var report = await backup.WriteAsync(place, ct);
            Tell(report.Faults);
            if (report.Manifest is not { } manifest) return FileFaults.Fault;
            Console.WriteLine($"{manifest.Rows.Values.Sum()} rows, {manifest.AuditRows} of them in the audit trail, and {manifest.Files.Count} files are in {place}. Keep it private: it holds the keys.");
            if (report.ContentsAt is { } elsewhere)
                Console.WriteLine($"The contents of files are not in it: they lie in {elsewhere}. Back that up on its own, and keep what is deleted there as long as this backup.");
            return report.Faults.Count == 0 ? 0 : 1;
        }));
        return command;
    }

    public static Command CreateRestore()
    {
        var folder = new Argument<string>("DIR") { Description = "What backup wrote." };
        var force = new Option<bool>("--force") { Description = "Sets a store that is there aside, in a folder beside the new one." };
        var command = new Command("restore", "Checks a backup and puts it where the configuration says that the store is; nothing is changed when it is not whole.") { folder, force }.Configurable();
        command.SetAction((parsed, ct) => RunAsync<StoreRestore>(parsed, async restore =>
        {
            var report = await restore.RunAsync(parsed.Folder(folder), parsed.GetValue(force), ct);
            Tell(report.Faults);
            if (report.Manifest is not { } manifest) return FileFaults.Fault;
            if (report.SetAside is { } aside) Console.WriteLine($"The store before is in {aside}.");
            Console.WriteLine($"Restored {manifest.Rows.Values.Sum()} rows of {manifest.CreatedAt:u}; the audit trail of {manifest.AuditRows} rows is whole. All sessions are ended.");
            if (!manifest.HoldsContents) Console.WriteLine("The contents of files were not in the backup: 'files check --read-all' tells whether all that it names are in the bucket.");
            return 0;
        }));
        return command;
    }

    private static void Tell(IEnumerable<string> faults)
    {
        foreach (var fault in faults) Console.Error.WriteLine(fault);
    }

    private static async Task<int> RunAsync<T>(ParseResult parsed, Func<T, Task<int>> run) where T : notnull
    {
        // Not the whole program: it would make the keys that a restore brings.
        await using var services = PortalHost.BuildDomain(parsed.Configuration());
        await using var scope = services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<T>());
    }
}
