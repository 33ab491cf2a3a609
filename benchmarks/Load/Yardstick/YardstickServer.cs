using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Driving;

namespace Portal.Graph.Load.Yardstick;

/// <summary>
/// The same work by hand: Kestrel, ADO.NET with prepared statements, Utf8JsonWriter; no EF Core, no GraphQL, no dependency
/// injection on the way.
/// </summary>
internal static class YardstickServer
{
    public static async Task<int> RunAsync(string directory, string url)
    {
        var storage = PortalStorage.Sqlite(directory);
        var (callers, writer) = (new Callers(storage), new Writer((SqliteConnection)await storage.OpenAsync(CancellationToken.None)));
        var (eligibility, claims, submit) = (new EligibilityEndpoint(storage, writer), new ClaimsEndpoint(storage, writer), new SubmitEndpoint(writer));

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapUsage();
        app.MapPost("/eligibility", context => AnswerAsync<EligibilityAsked>(context, callers, eligibility.AnswerAsync));
        app.MapPost("/claims", context => AnswerAsync<ClaimsAsked>(context, callers, claims.AnswerAsync));
        app.MapPost("/submit", context => AnswerAsync<SubmitAsked>(context, callers, submit.AnswerAsync));
        _ = Task.Run(() => CheckpointAsync(storage));
        await app.RunAsync();
        return 0;
    }

    private static async Task AnswerAsync<T>(HttpContext context, Callers callers, Func<T, Caller, Utf8JsonWriter, Task> answer)
    {
        if (await callers.OfAsync(context) is not { } caller)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var asked = (T)(await JsonSerializer.DeserializeAsync(context.Request.Body, typeof(T), AskedJson.Default))!;
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer)) await answer(asked, caller, json);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = buffer.WrittenCount;
        await context.Response.BodyWriter.WriteAsync(buffer.WrittenMemory);
    }

    // As the portal: the log goes into the database on a connection of its own.
    private static async Task CheckpointAsync(PortalStorage storage)
    {
        await using var connection = await storage.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync()) await command.ExecuteNonQueryAsync();
    }
}
