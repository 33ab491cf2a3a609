using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Files.Care;
using Portal.Graph.Domain.Platform.Files.Sealing;
using Portal.Graph.Domain.Platform.Files.Stores;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Files;

public sealed class FileCareTests
{
    private static readonly Actor Job = Actor.System("test");

    [Fact, Requirement("ATT-18", "PLT-20")]
    public async Task An_unclaimed_file_goes_after_24_hours_and_its_content_with_the_last_file()
    {
        await using var database = await Uploader.DatabaseAsync();
        await database.StoredAsync(Uploader.Pdf, "first.pdf");
        database.Clock.Advance(TimeSpan.FromHours(1));
        await database.StoredAsync(Uploader.Pdf, "second.pdf");
        var claimed = await database.StoredAsync("%PDF-1.0 claimed"u8.ToArray());
        await ClaimAsync(database, claimed.Id);

        database.Clock.Advance(TimeSpan.FromHours(23) - TimeSpan.FromSeconds(1));
        (await CleanAsync(database)).ShouldBe(new CleanupReport(0, 0, 0, 0));
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        (await CleanAsync(database)).ShouldBe(new CleanupReport(0, 0, 1, 0));
        Contents(database).Length.ShouldBe(2);
        database.Clock.Advance(TimeSpan.FromHours(1));
        (await CleanAsync(database)).ShouldBe(new CleanupReport(0, 0, 1, 1));
        Contents(database).ShouldHaveSingleItem();
        (await CleanAsync(database)).ShouldBe(new CleanupReport(0, 0, 0, 0));
        (await CheckAsync(database)).IsConsistent.ShouldBeTrue();
    }

    [Fact, Requirement("ATT-18", "PLT-02")]
    public async Task A_file_waits_as_long_as_the_rule_of_its_market_says()
    {
        await using var database = await Uploader.DatabaseAsync();
        await database.AddAsync(new PolicySetting { Key = "attachment.unclaimedHours", Market = Market.GA, Value = "2", Source = "test", From = new(2020, 1, 1), State = PolicyState.Approved });
        database.Services.GetRequiredService<MarketPolicies>().Forget();
        foreach (var market in new[] { Market.OH, Market.GA })
            await database.AsAsync(Uploader.Actor() with { Market = market }, async s =>
                (await s.Get<FileIntake>().ReceiveAsync(new($"{market}.pdf", null, null), new MemoryStream([.. Uploader.Pdf, (byte)market]), default)).Value.ShouldNotBeNull());
        database.Clock.Advance(TimeSpan.FromHours(2));
        (await CleanAsync(database)).ShouldBe(new CleanupReport(0, 0, 1, 1));
        database.Clock.Advance(TimeSpan.FromHours(22));
        (await CleanAsync(database)).ShouldBe(new CleanupReport(0, 0, 1, 1));
    }

    [Fact, Requirement("ATT-18")]
    public async Task Bytes_of_an_upload_that_no_row_knows_go_after_a_day()
    {
        await using var database = await Uploader.DatabaseAsync();
        var orphan = database.Services.GetRequiredService<FileFolders>().DraftOf("nobody");
        await File.WriteAllBytesAsync(orphan, [1, 2, 3]);
        File.SetLastWriteTimeUtc(orphan, database.Clock.GetUtcNow().UtcDateTime.AddSeconds(1 - 86400));
        (await CleanAsync(database)).Drafts.ShouldBe(0);
        File.Exists(orphan).ShouldBeTrue();
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        (await CleanAsync(database)).Drafts.ShouldBe(1);
        File.Exists(orphan).ShouldBeFalse();
    }

    [Fact, Requirement("ATT-18")]
    public async Task An_upload_expires_after_two_hours_and_is_deleted_with_its_parts()
    {
        await using var database = await Uploader.DatabaseAsync();
        var upload = await database.AsAsync(Uploader.Actor(), async s =>
        {
            var uploads = s.Get<FileUploads>();
            var started = (await uploads.StartAsync(new("a.pdf", null, 1000), default)).Value.ShouldNotBeNull();
            (await uploads.AppendAsync(started, new(0, new MemoryStream(Uploader.Pdf)), default)).Value.ShouldNotBeNull().Offset.ShouldBe(Uploader.Pdf.Length);
            return started;
        });
        Task<Refusal?> Found() => database.AsAsync(Uploader.Actor(), async s => (await s.Get<FileUploads>().FindAsync(upload.Token, default)).Refusals.SingleOrDefault());
        database.Clock.Set(upload.CreatedAt + TimeSpan.FromHours(2) - TimeSpan.FromTicks(10));
        (await Found()).ShouldBeNull();
        (await database.AsAsync(Uploader.Actor(), s => s.Get<FileUploads>().CompleteAsync(upload.Token, default))).Refusals.Single().ShouldBeOfType<UploadIncomplete>();
        database.Clock.Set(upload.CreatedAt + TimeSpan.FromHours(2));
        (await Found()).ShouldBeOfType<UploadExpired>();
        (await CleanAsync(database)).Uploads.ShouldBe(1);
        (await Found()).ShouldBeOfType<NotFound>();
        Directory.EnumerateFiles(Path.Combine(database.Directory, "files", "uploads")).ShouldBeEmpty();
    }

    [Fact, Requirement("PLT-16")]
    public async Task The_check_finds_what_is_missing_damaged_and_ownerless()
    {
        await using var database = await Uploader.DatabaseAsync();
        var (missing, cut, changed) = (await database.StoredAsync(Uploader.Pdf), await database.StoredAsync("%PDF-2 cut"u8.ToArray()), await database.StoredAsync("%PDF-3 changed"u8.ToArray()));
        await database.StoredAsync("%PDF-4 whole"u8.ToArray());
        File.Delete(Place(database, missing));
        using (var file = new FileStream(Place(database, cut), FileMode.Open)) file.SetLength(10);
        var bytes = await File.ReadAllBytesAsync(Place(database, changed));
        bytes[20] ^= 1;
        await File.WriteAllBytesAsync(Place(database, changed), bytes);
        Directory.CreateDirectory(Path.Combine(database.Directory, "files", "contents", "aa"));
        var ownerless = Path.Combine(database.Directory, "files", "contents", "aa", "aa-nobody");
        await File.WriteAllTextAsync(ownerless, "?");

        database.Clock.Set(File.GetLastWriteTimeUtc(ownerless) + TimeSpan.FromMinutes(61));
        var quick = await CheckAsync(database);
        quick.Checked.ShouldBe(4);
        quick.Missing.ShouldBe([missing.ContentId]);
        quick.Damaged.ShouldBe([cut.ContentId]);
        quick.Ownerless.ShouldBe(["aa-nobody"]);
        var thorough = await CheckAsync(database, readAll: true, delete: true);
        thorough.Damaged.ShouldBe([cut.ContentId, changed.ContentId]);
        File.Exists(ownerless).ShouldBeFalse();
        (await CheckAsync(database)).Ownerless.ShouldBeEmpty();
    }

    [Fact, Requirement("ATT-17")]
    public async Task A_new_master_key_wraps_anew_and_the_old_one_can_go()
    {
        await using var database = await Uploader.DatabaseAsync();
        var file = await database.StoredAsync(Uploader.Pdf);
        await database.ScanAsync();
        var (key2025, key2026) = (NewKey(), NewKey());
        var sealedBefore = await File.ReadAllBytesAsync(Place(database, file));

        (await RotateAsync(database, "2025", ("2025", key2025))).ShouldBe(1);
        (await RotateAsync(database, "2026", ("2025", key2025), ("2026", key2026))).ShouldBe(1);
        (await RotateAsync(database, "2026", ("2026", key2026))).ShouldBe(0);
        (await ReadAsync(database, "2026", ("2026", key2026))).ShouldBe(Uploader.Pdf);
        (await File.ReadAllBytesAsync(Place(database, file))).ShouldBe(sealedBefore, "rotation touches no content");
        await Should.ThrowAsync<FileKeyMissingException>(() => ReadAsync(database, "2025", ("2025", key2025)));
        await Should.ThrowAsync<AuthenticationTagMismatchException>(() => ReadAsync(database, "2026", ("2026", NewKey())));
    }

    [Theory, Requirement("ATT-17")]
    [InlineData("Files:Keys:k", "short", "Files:Keys:k")]
    [InlineData("Files:CurrentKey", "nowhere", "Files:CurrentKey")]
    public void Keys_that_cannot_work_are_named(string key, string value, string named)
    {
        var storage = PortalStorage.Sqlite(Directory.CreateTempSubdirectory("portal-test-").FullName);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();
        Should.Throw<InvalidOperationException>(() => new FileKeys(configuration, storage)).Message.ShouldContain(named);
        Directory.Delete(storage.DataDirectory, recursive: true);
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static FileKeys Keys(TestDatabase database, string current, (string Id, string Key)[] keys) => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("Files:CurrentKey", current), .. keys.Select(k => KeyValuePair.Create($"Files:Keys:{k.Id}", (string?)k.Key))]).Build(),
        database.Services.GetRequiredService<PortalStorage>());

    private static Task<int> RotateAsync(TestDatabase database, string current, params (string Id, string Key)[] keys) =>
        database.AsAsync(Job, s => new FileKeyRotation(s.Db, Keys(database, current, keys)).RunAsync(default));

    private static Task<byte[]> ReadAsync(TestDatabase database, string current, params (string Id, string Key)[] keys) => database.AsAsync(Job, async s =>
    {
        await using var bytes = await new SealedContents(s.Get<IFileStore>(), Keys(database, current, keys)).OpenAsync(await s.Db.Set<StoredContent>().AsNoTracking().SingleAsync(), default);
        return await bytes.ShouldNotBeNull().ReadAllAsync();
    });

    private static Task<CleanupReport> CleanAsync(TestDatabase database) => database.AsAsync(Job, s => s.Get<FileCleanup>().RunAsync(default));

    private static Task<ConsistencyReport> CheckAsync(TestDatabase database, bool readAll = false, bool delete = false) =>
        database.AsAsync(Job, s => s.Get<FileConsistency>().CheckAsync(readAll, delete, default));

    private static Task<int> ClaimAsync(TestDatabase database, long file) => database.AsAsync(Uploader.Actor(), async s =>
    {
        await using var write = await s.Db.BeginWriteAsync(default);
        var claimed = (await s.Get<FileClaims>().ClaimAsync([file], "Test", default)).Value.ShouldNotBeNull();
        await write.CommitAsync(default);
        return claimed.Count;
    });

    private static string[] Contents(TestDatabase database) =>
        Directory.GetFiles(Path.Combine(database.Directory, "files", "contents"), "*", SearchOption.AllDirectories);

    private static string Place(TestDatabase database, StoredFile file) => Path.Combine(database.Directory, "files", "contents", file.Sha256[..2], file.Content.StoreName);
}
