using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Outbox.Tasks;

namespace Portal.Graph.Schema.Tests.Files;

/// <summary>One portal whose scanner knows only the test file, with two users who upload.</summary>
public sealed class FilePortal : IAsyncLifetime
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\nrecords of one stay\n%%EOF\n");

    public TestPortal Portal { get; private set; } = null!;
    public ApiClient Api { get; private set; } = null!;

    /// <summary>Plain HTTP in the session of the practice's biller.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <summary>Plain HTTP in the session of another practice.</summary>
    public HttpClient Other { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Portal = await TestPortal.StartAsync(settings: ["--Files:Scanner:Kind=TestSignature"]);
        Api = await Portal.SignInAsync("demo.billing");
        Http = Client(Api.Token);
        Other = Client((await Portal.SignInAsync("other.admin")).Token);
    }

    public Task DisposeAsync() => Portal.DisposeAsync().AsTask();

    public HttpClient Client(string? token)
    {
        var http = new HttpClient { BaseAddress = Portal.Address };
        if (token is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    public async Task ScanAsync() => await Portal.Services.GetRequiredService<OutboxTaskRunner>().RunDueAsync(default);

    /// <summary>Waits until the program's own worker has scanned the file.</summary>
    public async Task<string> ScannedAsync(string fileId)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            await ScanAsync();
            var state = (await Api.SendAsync("query($id: ID!) { file(id: $id) { scanState } }", new { id = fileId })).Data("file", "scanState").GetString()!;
            if (state != "PENDING") return state;
            await Task.Delay(50);
        }
        throw new TimeoutException($"The file {fileId} was not scanned.");
    }

    /// <summary>A file by <c>POST /files</c>, scanned.</summary>
    public async Task<JsonElement> FileAsync(byte[] bytes, string name)
    {
        using var answer = await Http.PostAsync($"/files?name={Uri.EscapeDataString(name)}", new ByteArrayContent(bytes));
        var file = await JsonAsync(answer);
        await ScannedAsync(file.GetProperty("id").GetString()!);
        return file;
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    public static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await JsonAsync(answer)).GetProperty("code").GetString();
}
