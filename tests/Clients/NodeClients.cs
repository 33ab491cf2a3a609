using System.Diagnostics;
using System.Security.Cryptography;

namespace Portal.Graph.Clients;

/// <summary>Runs the scripts beside this project under Node: the reference implementation and the clients that people use.</summary>
public static class NodeClients
{
    private static readonly Lazy<string?> Found = new(FindNode);
    private static readonly Lazy<Task> Ready = new(InstallAsync);

    /// <summary>The folder of the scripts, with their package.json.</summary>
    public static string Folder { get; } = Path.Combine(RepositoryRoot(), "tests", "Clients");

    /// <summary>Whether there is a Node to run them with.</summary>
    public static bool IsAvailable => Found.Value is not null;

    /// <summary>Runs a script to its end, its packages installed first.</summary>
    /// <param name="script">The script's name in the folder, such as <c>oracle/verdicts.mjs</c>.</param>
    /// <exception cref="InvalidOperationException">It ended with another code than 0; the message holds what it printed.</exception>
    /// <returns>What it printed to standard output.</returns>
    public static async Task<string> RunAsync(string script, IEnumerable<string> arguments, string? input = null, CancellationToken cancellationToken = default)
    {
        await Ready.Value;
        return await StartAsync(Found.Value!, [script, .. arguments], input, cancellationToken);
    }

    /// <summary>Runs a program that a package brings (<c>relay-compiler</c>, <c>graphql-codegen</c>).</summary>
    public static async Task<string> RunToolAsync(string tool, IEnumerable<string> arguments, CancellationToken cancellationToken = default)
    {
        await Ready.Value;
        return await StartAsync(Path.Combine(Folder, "node_modules", ".bin", tool), arguments, null, cancellationToken);
    }

    private static async Task<string> StartAsync(string program, IEnumerable<string> arguments, string? input, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await GiveAsync(process, input, cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? await output
                : throw new InvalidOperationException($"{program} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}.\n{await output}\n{await errors}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static async Task GiveAsync(Process process, string? input, CancellationToken cancellationToken)
    {
        try
        {
            if (input is not null) await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; its exit code and what it printed say why.
        }
    }

    private static string? FindNode() => Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "node")).FirstOrDefault(File.Exists);

    // Test processes run side by side: the first installs, the others wait for it and find it done.
    private static async Task InstallAsync()
    {
        if (Found.Value is null) throw new InvalidOperationException("There is no node on the PATH.");
        var wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Folder, "package-lock.json"))));
        var done = Path.Combine(Folder, "node_modules", ".installed");
        await using var gate = await LockAsync(Path.Combine(Folder, "obj", "npm.lock"));
        if (File.Exists(done) && await File.ReadAllTextAsync(done) == wanted) return;
        await StartAsync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], null, CancellationToken.None);
        await File.WriteAllTextAsync(done, wanted);
    }

    private static async Task<FileStream> LockAsync(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        while (true)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(200);
            }
        }
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Portal.Graph.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside a checkout of Portal.Graph.");
    }
}
