using System.Diagnostics;
using Portal.Graph.Driving;
using Portal.GraphQL.Comparison.Data;

namespace Portal.GraphQL.Comparison.Running;

/// <summary>The servers, each in a process and on a copy of the data of its own.</summary>
internal sealed class Servers : IAsyncDisposable
{
    private readonly string _root;

    private Servers(string root) => _root = root;

    public required ServerProcess GraphQL { get; init; }
    public required ServerProcess ByHand { get; init; }

    /// <summary>Null when it is not asked for.</summary>
    public ServerProcess? Mercurius { get; init; }

    public static async Task<Servers> StartAsync(Settings settings)
    {
        var data = Generator.Provide(settings.Members);
        var root = Directory.CreateTempSubdirectory("graphql-comparison-").FullName;
        return new(root)
        {
            GraphQL = await ServerProcess.StartAsync("graphql", Copy("graphql"), "Production"),
            ByHand = await ServerProcess.StartAsync("by-hand", Copy("by-hand"), "Production"),
            Mercurius = settings.WithMercurius ? await StartMercuriusAsync(Copy("mercurius")) : null,
        };

        string Copy(string name)
        {
            var directory = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
            File.Copy(data, Path.Combine(directory, "claims.db"));
            return directory;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await GraphQL.DisposeAsync();
        await ByHand.DisposeAsync();
        if (Mercurius is not null) await Mercurius.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private static async Task<ServerProcess> StartMercuriusAsync(string directory)
    {
        var home = Path.Combine(AppContext.BaseDirectory, "../../../mercurius");
        if (!Directory.Exists(Path.Combine(home, "node_modules")))
        {
            using var install = Process.Start(new ProcessStartInfo("npm", ["ci"]) { WorkingDirectory = home })!;
            await install.WaitForExitAsync();
        }
        return await ServerProcess.StartAsync("mercurius", directory, "Production", address =>
            new("node", ["server.mjs", Path.Combine(directory, "claims.db"), $"{new Uri(address).Port}"]) { WorkingDirectory = home, Environment = { ["NODE_ENV"] = "production" } });
    }
}
