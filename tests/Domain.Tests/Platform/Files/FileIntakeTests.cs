using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Files.Scanning;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Files;

public sealed class FileIntakeTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await Uploader.DatabaseAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Requirement("ATT-17", "PLT-03")]
    public async Task The_same_content_is_kept_once_under_its_SHA256_and_each_file_has_its_name()
    {
        var first = await _database.StoredAsync(Uploader.Pdf, "first.pdf");
        var second = await _database.StoredAsync(Uploader.Pdf, "second.pdf", user: 8);
        second.ContentId.ShouldBe(first.ContentId);
        (first.Name, second.Name).ShouldBe(("first.pdf", "second.pdf"));
        first.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Uploader.Pdf)));
        var file = Stored().ShouldHaveSingleItem();
        file.Name.ShouldStartWith(first.Sha256);
        Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file.FullName)).ShouldNotContain("records of one stay");
        Drafts().ShouldBeEmpty();

        await using var scope = _database.Scope(Actor.System("test"));
        var rows = await scope.Db.Set<AuditEvent>().Where(e => e.Action == "file.received").ToListAsync();
        rows.Select(r => r.ActorId).ShouldBe([7, 8]);
        rows[0].After.ShouldNotBeNull().ShouldNotContain("first.pdf");
    }

    [Fact, Requirement("ATT-17")]
    public async Task Twenty_senders_of_one_content_at_once_leave_one()
    {
        var files = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Task.Run(() => _database.StoredAsync(Uploader.Pdf, $"{i}.pdf", user: i))));
        files.Select(f => f.ContentId).Distinct().ShouldHaveSingleItem();
        files.Select(f => f.Id).Distinct().Count().ShouldBe(20);
        Stored().ShouldHaveSingleItem();
    }

    [Fact, Requirement("ATT-03", "ATT-17")]
    public async Task What_is_refused_leaves_nothing()
    {
        (await _database.UploadAsync([])).Refusals.Single().ShouldBeOfType<FileEmpty>();
        (await _database.UploadAsync("MZ"u8.ToArray())).Refusals.Single().ShouldBeOfType<FileTypeMismatch>();
        (await _database.UploadAsync(Uploader.Pdf, "a.exe")).Refusals.Single().ShouldBeOfType<FileTypeNotAllowed>();
        (await _database.UploadAsync(Uploader.Pdf, sha256: new('a', 64))).Refusals.Single().ShouldBeOfType<UploadChecksumMismatch>();
        (await _database.UploadAsync(Uploader.Pdf, sha256: Convert.ToHexString(SHA256.HashData(Uploader.Pdf)))).Succeeded.ShouldBeTrue();
        Stored().Count.ShouldBe(1);
        Drafts().ShouldBeEmpty();
    }

    [Fact, Requirement("ATT-03")]
    public async Task Who_may_submit_nothing_uploads_nothing()
    {
        var reader = Uploader.Actor(7, Permission.EligibilityRead);
        (await _database.AsAsync(reader, s => s.Get<FileIntake>().ReceiveAsync(new("a.pdf", null, null), new MemoryStream(Uploader.Pdf), default)))
            .Refusals.Single().ShouldBe(new Forbidden("attachments.upload"));
        (await _database.AsAsync(Actor.Anonymous, s => s.Get<FileIntake>().ReceiveAsync(new("a.pdf", null, null), new MemoryStream(Uploader.Pdf), default)))
            .Refusals.Single().ShouldBeOfType<NotSignedIn>();
        var onlooker = Uploader.Actor() with { ImpersonatorId = 99 };
        (await _database.AsAsync(onlooker, s => s.Get<FileIntake>().ReceiveAsync(new("a.pdf", null, null), new MemoryStream(Uploader.Pdf), default)))
            .Refusals.Single().ShouldBeOfType<ImpersonationReadOnly>();
    }

    [Fact, Requirement("ATT-17", "PLT-06")]
    public async Task A_file_opens_when_it_is_clean_for_its_uploader_alone_and_the_read_is_audited()
    {
        var file = await _database.StoredAsync(Uploader.Pdf);
        (await OpenAsync(7, file.Id)).Refusals.Single().ShouldBeOfType<DocumentNotYetAvailable>();
        (await _database.ScanAsync()).ShouldBe(1);
        (await OpenAsync(8, file.Id)).Refusals.Single().ShouldBe(new NotFound("file"));
        (await OpenAsync(8, 999_999)).Refusals.Single().ShouldBe(new NotFound("file"));

        await using var scope = _database.Scope(Uploader.Actor());
        await using (var opened = (await scope.Get<FileReads>().OpenAsync(file.Id, default)).Value.ShouldNotBeNull())
            (await opened.Bytes.ReadAllAsync()).ShouldBe(Uploader.Pdf);
        await scope.Get<AuditLog>().FlushReadsAsync(default);
        (await scope.Db.Set<AuditEvent>().CountAsync(e => e.Action == "read" && e.Entity == "StoredFile" && e.EntityId == file.Id)).ShouldBe(1);
    }

    [Fact, Requirement("ATT-17")]
    public async Task An_infected_file_never_opens_its_bytes_go_and_it_is_refused_when_it_comes_again()
    {
        var eicar = Encoding.ASCII.GetBytes(TestSignatureScanner.Eicar);
        var file = await _database.StoredAsync(eicar, "eicar.txt");
        await _database.ScanAsync();
        (await OpenAsync(7, file.Id)).Refusals.Single().ShouldBeOfType<FileInfected>();
        Stored().ShouldBeEmpty();
        (await _database.UploadAsync(eicar, "again.txt", user: 8)).Refusals.Single().ShouldBeOfType<FileInfected>();
        await using var scope = _database.Scope(Uploader.Actor());
        await using var write = await scope.Db.BeginWriteAsync(default);
        (await scope.Get<FileClaims>().ClaimAsync([file.Id], "Test", default)).Refusals.Single().ShouldBeOfType<FileInfected>().Path.ShouldBe(["fileIds", "0"]);
    }

    private async Task<Outcome<OpenedFile>> OpenAsync(long user, long id) =>
        await _database.AsAsync(Uploader.Actor(user), s => s.Get<FileReads>().OpenAsync(id, default));

    private List<FileInfo> Stored() => Below("contents");

    private List<FileInfo> Drafts() => Below("uploads");

    private List<FileInfo> Below(string folder) => new DirectoryInfo(Path.Combine(_database.Directory, "files", folder)) is { Exists: true } found
        ? [.. found.EnumerateFiles("*", SearchOption.AllDirectories)] : [];
}
