using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Files.Scanning;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Platform.Files;

[Collection(OneHost.Name), Requirement("ATT-18", "PLT-06", "PLT-18")]
public sealed class DownloadTests(BackOfficeHost host)
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\na scan for staff\n%%EOF\n");

    [Fact]
    public async Task A_file_comes_as_an_attachment_once_it_is_clean_to_whom_it_is_open_and_is_on_record()
    {
        var file = await UploadAsync(StaffPlan.Analyst);
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        using var answer = await ana.RawAsync(new(HttpMethod.Get, $"/staff/files/{file}"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(Pdf);
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        await using (var scope = host.Scope(Actor.System("test")))
            (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<AuditEvent>().CountAsync(e => e.Entity == nameof(StoredFile) && e.EntityId == file && e.Action == AuditEvent.ReadAction)).ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_is_not_clean_says_why_it_stays_closed()
    {
        var file = await UploadAsync(StaffPlan.Analyst, Encoding.ASCII.GetBytes(TestSignatureScanner.Eicar), "eicar.txt");
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var refused = await ana.GetAsync($"/staff/files/{file}");
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Heading.ShouldBe("It cannot be done as things stand");
        refused.Text.ShouldContain("eicar.txt");
    }

    [Fact]
    public async Task A_file_of_somebody_else_and_one_that_is_not_there_look_alike()
    {
        var file = await UploadAsync(StaffPlan.Analyst);
        using var ben = await host.SignedInAsync(StaffPlan.OtherAnalyst);
        (await ben.GetAsync($"/staff/files/{file}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ben.GetAsync("/staff/files/999999")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = host.Client();
        (await nobody.GetAsync($"/staff/files/{file}")).Heading.ShouldBe("Sign in");
    }

    // Of no record yet: it is its uploader's.
    private async Task<long> UploadAsync(string username, byte[]? bytes = null, string name = "scan.pdf")
    {
        long id;
        await using (var scope = host.Scope(Actor.System("test")))
            id = await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<User>().Where(u => u.UserName == username).Select(u => u.Id).SingleAsync();
        var uploader = new Actor { Kind = ActorKind.PortalUser, UserId = id, Name = username, Market = Market.OH, Permissions = [Permission.AttachmentsUpload] };
        await using var upload = host.Scope(uploader);
        var stored = await upload.ServiceProvider.GetRequiredService<FileIntake>().ReceiveAsync(new(name, null, null, null), new MemoryStream(bytes ?? Pdf), default);
        var file = stored.Value.ShouldNotBeNull(string.Join(", ", stored.Refusals.Select(r => r.Code))).Id;
        await using var scans = host.Scope(Actor.System("test"));
        do await scans.ServiceProvider.GetRequiredService<OutboxTaskRunner>().RunDueAsync(default);
        while (await scans.ServiceProvider.GetRequiredService<PortalDb>().Set<StoredFile>().AnyAsync(f => f.Id == file && f.Content.ScanState == ScanState.Pending));
        return file;
    }
}
