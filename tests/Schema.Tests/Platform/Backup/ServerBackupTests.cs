using System.Diagnostics;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Host.Hosting;
using Portal.Graph.Schema.Tests.Files;

namespace Portal.Graph.Schema.Tests.Platform.Backup;

/// <summary>The commands that the verbs print for a database on a server, typed as they stand.</summary>
public sealed class ServerBackupTests : IAsyncLifetime
{
    private readonly string _restored = $"portal_restored_{Guid.NewGuid():n}";
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("portal-backup-");
    private TestData _data = null!;

    private string Folder => Path.Combine(_place.FullName, "backup");
    private string Elsewhere => Path.Combine(_place.FullName, "elsewhere");
    private string Connection => _data.Settings["ConnectionStrings:Portal"]!;

    public async Task InitializeAsync() => _data = await TestData.CreateAsync(demo: true);

    public async Task DisposeAsync()
    {
        if (TestData.IsOnServer) await TellAsync($"DROP DATABASE IF EXISTS {_restored} WITH (FORCE)");
        await _data.DisposeAsync();
        _place.Delete(recursive: true);
    }

    [ServerFact, Requirement("PLT-16")]
    public async Task A_dump_of_a_served_database_with_its_folders_serves_elsewhere()
    {
        using var portal = await PortalProcess.StartAsync(_data.Directory, [.. _data.Arguments, "--Files:Scanner:Kind=TestSignature"]);
        using var http = new HttpClient { BaseAddress = portal.Address };
        var token = (await ApiClient.SignInAsync(http, "demo.billing")).Token!;
        using var sent = await http.PostAsync("/files?name=stay.pdf", new ByteArrayContent(FilePortal.Pdf));
        sent.IsSuccessStatusCode.ShouldBeTrue(await sent.Content.ReadAsStringAsync());

        var backup = await PortalVerb.RunAsync(["backup", Folder, .. _data.Arguments]);
        backup.Code.ShouldBe(2);
        using var stop = new CancellationTokenSource();
        var writing = SignInUntilAsync(portal.Address, stop.Token);
        await RunAsync(backup.Error);
        await stop.CancelAsync();
        (await writing).ShouldBeGreaterThan(0);

        await TellAsync($"CREATE DATABASE {_restored}");
        string[] settings =
        [
            $"--Data:Directory={Elsewhere}", "--Storage:Provider=PostgreSql", $"--ConnectionStrings:Portal={new NpgsqlConnectionStringBuilder(Connection) { Database = _restored }}",
        ];
        var restore = await PortalVerb.RunAsync(["restore", Folder, .. settings]);
        restore.Code.ShouldBe(2);
        await RunAsync(restore.Error);
        var check = await PortalVerb.RunAsync(["files", "check", "--read-all", .. settings]);
        (check.Code, check.Output.Trim()).ShouldBe((0, "1 contents, 0 missing, 0 damaged, 0 that no row knows."), check.Error);
        await using (var app = PortalHost.Build([.. settings, "--urls=http://127.0.0.1:0"]))
        {
            await using var scope = app.Services.CreateAsyncScope();
            var chain = await scope.ServiceProvider.GetRequiredService<AuditChain>().VerifyAsync(default);
            (chain.FirstBroken, chain.Rows > 1).ShouldBe((null, true));
        }
        using var again = await PortalProcess.StartAsync(Elsewhere, settings);
        using var there = new HttpClient { BaseAddress = again.Address };
        (await new ApiClient(there, token).SendAsync("{ viewer { market } }")).ErrorCodes.ShouldBe(["NOT_SIGNED_IN"]);
        there.DefaultRequestHeaders.Authorization = null;
        there.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await ApiClient.SignInAsync(there, "demo.billing")).Token);
        (await there.GetByteArrayAsync((await FilePortal.JsonAsync(sent)).GetProperty("url").GetString())).ShouldBe(FilePortal.Pdf);
    }

    // Every sign-in writes a session and rows of the trail.
    private static async Task<int> SignInUntilAsync(Uri address, CancellationToken stop)
    {
        var times = 0;
        for (; !stop.IsCancellationRequested; times++)
        {
            using var http = new HttpClient { BaseAddress = address };
            await ApiClient.SignInAsync(http, "demo.billing");
        }
        return times;
    }

    /// <summary>Types the lines that are commands.</summary>
    private static async Task RunAsync(string advice)
    {
        string[] programs = ["mkdir", "pg_dump", "cp", "pg_restore", "psql"];
        var commands = advice.Split('\n').Where(line => programs.Contains(line.Split(' ')[0])).ToList();
        commands.Count.ShouldBe(4, advice);
        foreach (var command in commands)
        {
            using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", command]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var errors = shell.StandardError.ReadToEndAsync();
            await shell.WaitForExitAsync();
            shell.ExitCode.ShouldBe(0, $"{command}: {await errors}");
        }
    }

    private async Task TellAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Connection) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A test of a database on a server with the server's own programs.</summary>
internal sealed class ServerFactAttribute : FactAttribute
{
    public ServerFactAttribute()
    {
        if (!TestData.IsOnServer) Skip = "About PostgreSQL.";
        else if (Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).All(folder => !File.Exists(Path.Combine(folder, "pg_dump"))))
            Skip = "pg_dump is not on this machine (Debian: sudo apt-get install postgresql-client).";
    }
}
