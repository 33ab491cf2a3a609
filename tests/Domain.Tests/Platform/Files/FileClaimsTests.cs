using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Files;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Files;

public sealed class FileClaimsTests
{
    [Fact, Requirement("ATT-18", "PLT-19")]
    public async Task A_submission_takes_its_senders_files_once_and_its_kind_decides_from_then_on()
    {
        var subject = new TestSubject();
        await using var database = await TestDatabase.CreateAsync(
            services => services.AddSingleton<IFileSubject>(subject), new Dictionary<string, string?> { ["Files:Scanner:Kind"] = "TestSignature" });
        var file = await database.StoredAsync(Uploader.Pdf);
        await database.ScanAsync();

        (await ClaimAsync(database, 8, file.Id)).Single().ShouldBeOfType<NotFound>("another user's file").Path.ShouldBe(["fileIds", "0"]);
        (await ClaimAsync(database, 7, file.Id)).ShouldBeEmpty();
        (await ClaimAsync(database, 7, file.Id)).Single().ShouldBeOfType<NotFound>("taken already");

        (await OpenAsync(database, 7, file.Id)).ShouldBeOfType<NotFound>("its kind decides, not who sent it");
        subject.Grant = new(MemberId: 5);
        (await OpenAsync(database, 8, file.Id)).ShouldBeNull();
        subject.Grant = new(5, AvailableAt: TestClock.Monday.AddMinutes(30));
        (await OpenAsync(database, 8, file.Id)).ShouldBeOfType<DocumentNotYetAvailable>().AvailableAt.ShouldBe(TestClock.Monday.AddMinutes(30));
        database.Clock.Advance(TimeSpan.FromMinutes(30));
        (await OpenAsync(database, 8, file.Id)).ShouldBeNull();
    }

    private static async Task<IReadOnlyList<Refusal>> ClaimAsync(TestDatabase database, long user, long file)
    {
        await using var scope = database.Scope(Uploader.Actor(user));
        await using var write = await scope.Db.BeginWriteAsync(default);
        var claimed = await scope.Get<FileClaims>().ClaimAsync([file], TestSubject.Name, default);
        if (claimed.Succeeded) await write.CommitAsync(default);
        return claimed.Refusals;
    }

    private static async Task<Refusal?> OpenAsync(TestDatabase database, long user, long file)
    {
        var opened = await database.AsAsync(Uploader.Actor(user), s => s.Get<FileReads>().OpenAsync(file, default));
        if (opened.Value is { } open) await open.DisposeAsync();
        return opened.Refusals.SingleOrDefault();
    }

    private sealed class TestSubject : IFileSubject
    {
        public const string Name = "TestSubmission";
        public string Kind => Name;
        public FileGrant? Grant { get; set; }
        public ValueTask<FileGrant?> GrantAsync(StoredFile file, CancellationToken ct) => new(Grant);
    }
}
