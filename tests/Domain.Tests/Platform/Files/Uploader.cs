using System.Collections.Frozen;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Files;

/// <summary>Users who upload, and what they upload.</summary>
internal static class Uploader
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\nrecords of one stay\n%%EOF\n");

    public static Actor Actor(long id = 7, params Permission[] permissions) => new()
    {
        Kind = ActorKind.PortalUser, UserId = id, Name = $"user {id}", Market = Market.OH, DefaultAccountId = 70 + id,
        Permissions = (permissions.Length > 0 ? permissions : [Permission.AttachmentsUpload]).ToFrozenSet(),
    };

    public static async Task<Outcome<StoredFile>> UploadAsync(this TestDatabase database, byte[] bytes, string name = "records.pdf", long user = 7, string? sha256 = null)
    {
        await using var scope = database.Scope(Actor(user));
        return await scope.Get<FileIntake>().ReceiveAsync(new(name, null, null, sha256), new MemoryStream(bytes), default);
    }

    public static async Task<StoredFile> StoredAsync(this TestDatabase database, byte[] bytes, string name = "records.pdf", long user = 7)
    {
        var stored = await database.UploadAsync(bytes, name, user);
        return stored.Value.ShouldNotBeNull(string.Join(", ", stored.Refusals.Select(r => r.Code)));
    }

    public static async Task<T> AsAsync<T>(this TestDatabase database, Actor actor, Func<TestScope, Task<T>> act)
    {
        await using var scope = database.Scope(actor);
        return await act(scope);
    }

    public static Task<int> ScanAsync(this TestDatabase database) => database.Services.GetRequiredService<OutboxTaskRunner>().RunDueAsync(default);

    public static async Task<byte[]> ReadAllAsync(this Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }

    /// <summary>A portal whose scanner knows only the test file.</summary>
    public static Task<TestDatabase> DatabaseAsync(params (string Key, string Value)[] settings) => TestDatabase.CreateAsync(
        settings: settings.Append(("Files:Scanner:Kind", "TestSignature")).ToDictionary(s => s.Item1, s => (string?)s.Item2));
}
