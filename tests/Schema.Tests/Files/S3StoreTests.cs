using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Clients;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Files.Care;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Files.Stores;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Schema.Tests.Files;

/// <summary>The portal on a bucket instead of a folder.</summary>
public sealed class S3StoreTests
{
    private static readonly Actor Job = Actor.System("test");

    [NodeFact, Requirement("ATT-17", "ATT-18", "PLT-16")]
    public async Task Files_live_sealed_in_a_bucket_from_upload_to_deletion()
    {
        await using var s3 = await S3Server.StartAsync();
        await using var portal = await TestPortal.StartAsync(settings: s3.Settings());
        var token = (await portal.SignInAsync("demo.billing")).Token;
        using var http = new HttpClient { BaseAddress = portal.Address, DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
        // More than two parts of 16 MB.
        var bytes = RandomNumberGenerator.GetBytes(40_000_000);
        "%PDF-1.7\n"u8.CopyTo(bytes);
        using var sent = await http.PostAsync("/files?name=scan.pdf", new ByteArrayContent(bytes));
        sent.StatusCode.ShouldBe(HttpStatusCode.Created, await sent.Content.ReadAsStringAsync());
        var url = (await FilePortal.JsonAsync(sent)).GetProperty("url").GetString();
        using var small = await http.PostAsync("/files?name=small.pdf", new ByteArrayContent(FilePortal.Pdf));
        // The same bytes once more are another file of the same content.
        using var again = await http.PostAsync("/files?name=again.pdf", new ByteArrayContent(FilePortal.Pdf));
        again.StatusCode.ShouldBe(HttpStatusCode.Created);
        await ScannedAsync(portal);

        (await http.GetByteArrayAsync(url)).AsSpan().SequenceEqual(bytes).ShouldBeTrue();
        using var part = await http.SendAsync(new(HttpMethod.Get, url) { Headers = { Range = new RangeHeaderValue(33_333_333, 33_400_000) } });
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync()).ShouldBe(bytes[33_333_333..33_400_001]);
        foreach (var file in Directory.EnumerateFiles(s3.Folder, "*", SearchOption.AllDirectories))
            (await File.ReadAllBytesAsync(file)).AsSpan().IndexOf("%PDF-1.7"u8).ShouldBe(-1, file);

        var whole = await CheckAsync(portal, readAll: true);
        (whole.Checked, whole.IsConsistent).ShouldBe((2, true));
        await portal.AsAsync(Job, async services =>
        {
            await services.GetRequiredService<IFileStore>().DeleteAsync(await services.GetRequiredService<PortalDb>().Set<StoredContent>()
                .Where(c => c.SizeBytes == bytes.Length).Select(c => c.StoreName).SingleAsync(), default);
            return 0;
        });
        (await CheckAsync(portal, readAll: false)).Missing.Count.ShouldBe(1);

        portal.Clock.Advance(TimeSpan.FromHours(24));
        var cleaned = await portal.AsAsync(Job, services => services.GetRequiredService<FileCleanup>().RunAsync(default));
        cleaned.ShouldBe(new CleanupReport(0, 0, 3, 2));
        await portal.AsAsync(Job, async services =>
        {
            await foreach (var left in services.GetRequiredService<IFileStore>().ListAsync(default)) left.ShouldBeNull();
            return 0;
        });
    }

    [NodeFact, Requirement("ATT-17")]
    public async Task A_bucket_that_does_not_take_a_file_leaves_no_row_of_it()
    {
        await using var s3 = await S3Server.StartAsync();
        await using var portal = await TestPortal.StartAsync(settings: s3.Settings(bucket: "nowhere"));
        var token = (await portal.SignInAsync("demo.billing")).Token;
        using var http = new HttpClient { BaseAddress = portal.Address, DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
        using var sent = await http.PostAsync("/files?name=small.pdf", new ByteArrayContent(FilePortal.Pdf));
        sent.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await portal.AsAsync(Job, services => services.GetRequiredService<PortalDb>().Set<StoredFile>().CountAsync())).ShouldBe(0);
    }

    [NodeFact, Requirement("PLT-16")]
    public async Task What_is_not_signed_with_the_right_secret_is_refused_and_the_start_names_the_key()
    {
        await using var s3 = await S3Server.StartAsync();
        using var anybody = new HttpClient { BaseAddress = s3.Address };
        (await anybody.GetAsync($"/{S3Server.Bucket}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await using var data = await TestData.CreateAsync();
        foreach (var (settings, told) in new[]
        {
            (s3.Settings(secretKey: "a secret+of/other tests"), "Files:S3:SecretKey must be the secret of Files:S3:AccessKey"),
            (s3.Settings(accessKey: "AKIAOFNOBODY"), "Files:S3:AccessKey must be a key that the store knows"),
            (s3.Settings(bucket: "nowhere"), "Files:S3:Bucket must name a bucket that is there; it is \"nowhere\"."),
        })
        {
            foreach (string[] verb in new string[][] { [], ["files", "check"] })
            {
                var (code, output, error) = await PortalVerb.RunAsync([.. verb, .. data.Arguments, "--urls=http://127.0.0.1:0", .. settings]);
                code.ShouldBe(2, output + error);
                error.Trim().Split('\n').ShouldHaveSingleItem().ShouldStartWith(told);
                (output + error).ShouldNotContain("a secret+of");
            }
        }
        (await PortalVerb.RunAsync(["files", "check", .. data.Arguments, .. s3.Settings()])).Output.ShouldContain("0 contents, 0 missing");
    }

    [NodeFact]
    public async Task A_bucket_that_is_away_keeps_nothing_from_starting()
    {
        string[] settings;
        await using (var s3 = await S3Server.StartAsync()) settings = s3.Settings();
        await using var data = await TestData.CreateAsync();
        using var portal = await PortalProcess.StartAsync(data.Directory, [.. data.Arguments, .. settings]);
        using var http = new HttpClient { BaseAddress = portal.Address };
        var ready = await FilePortal.JsonAsync(await http.GetAsync("/health/ready"));
        ready.GetProperty("status").GetString().ShouldBe("Degraded");
        ready.GetProperty("checks").GetProperty("files").GetProperty("status").GetString().ShouldBe("Degraded");
    }

    private static async Task ScannedAsync(TestPortal portal)
    {
        for (var tries = 0; await portal.AsAsync(Job, services => services.GetRequiredService<PortalDb>().Set<StoredContent>().AnyAsync(c => c.ScanState == ScanState.Pending)); tries++)
        {
            tries.ShouldBeLessThan(600, "the files were not scanned");
            await portal.Services.GetRequiredService<OutboxTaskRunner>().RunDueAsync(default);
            await Task.Delay(50);
        }
    }

    private static Task<ConsistencyReport> CheckAsync(TestPortal portal, bool readAll) =>
        portal.AsAsync(Job, services => services.GetRequiredService<FileConsistency>().CheckAsync(readAll, false, default));
}
