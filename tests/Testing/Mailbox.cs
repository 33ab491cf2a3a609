using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Testing;

/// <summary>A mail as it lies in the pick-up folder.</summary>
public sealed partial record MailFile(string Headers, string Subject, string Text, string Html, string Raw)
{
    /// <summary>The token of the link in its text.</summary>
    public string Token => Link().Match(Text) is { Success: true } link ? link.Groups[1].Value : throw new InvalidOperationException($"There is no link in {Text}");

    [GeneratedRegex(@"#token=([0-9a-f]{32}\.[\w-]+)")]
    private static partial Regex Link();
}

/// <summary>The pick-up folder of a portal under test: what the worker sent, read as any mail program reads it.</summary>
public sealed class Mailbox(IServiceProvider services)
{
    private readonly MailSettings _settings = services.GetRequiredService<MailSettings>();

    /// <summary>Has everything sent that is due, and reads the mails to the address, oldest first.</summary>
    public async Task<IReadOnlyList<MailFile>> ToAsync(string address)
    {
        await SendAsync();
        return [.. Read().Where(m => m.Headers.Contains(address, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>The newest mail to the address.</summary>
    public async Task<MailFile> LastToAsync(string address) =>
        (await ToAsync(address)) is [.., var last] ? last : throw new InvalidOperationException($"No mail was sent to {address}.");

    // The worker of a running portal may have some in hand: wait until nothing waits.
    private async Task SendAsync()
    {
        var runner = services.GetRequiredService<OutboxTaskRunner>();
        for (var tries = 0; tries < 400; tries++)
        {
            await runner.RunDueAsync(CancellationToken.None);
            await using var scope = services.CreateAsyncScope();
            if (!await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OutboxTask>().AnyAsync(t => t.Kind == MailSender.Kind && t.State == OutboxTaskState.Waiting)) return;
            await Task.Delay(50);
        }
        throw new InvalidOperationException("Mail is still waiting.");
    }

    private IEnumerable<MailFile> Read() => Directory.Exists(_settings.PickupDirectory)
        ? Directory.GetFiles(_settings.PickupDirectory, "*.eml").Select(path => Parse(File.ReadAllText(path))).OrderBy(m => NumberOf(m.Headers))
        : [];

    private static long NumberOf(string headers) => long.Parse(Regex.Match(headers, "<mail-([0-9]+)@").Groups[1].Value, CultureInfo.InvariantCulture);

    private static MailFile Parse(string raw)
    {
        var text = raw.ReplaceLineEndings("\n");
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var headers = text[..end].Replace("\n ", " ").Replace("\n\t", " ");
        var boundary = Regex.Match(headers, "boundary=\"?([^\"\n;]+)").Groups[1].Value;
        var parts = text[end..].Split("--" + boundary);
        string Part(string type) => Decode(parts.Single(p => p.Contains($"content-type: {type}", StringComparison.OrdinalIgnoreCase)));
        return new(headers, Regex.Match(headers, "(?m)^Subject: (.*)$").Groups[1].Value, Part("text/plain"), Part("text/html"), raw);
    }

    private static string Decode(string part)
    {
        var body = part[(part.IndexOf("\n\n", StringComparison.Ordinal) + 2)..].Replace("=\n", "");
        var bytes = new List<byte>();
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=') { bytes.AddRange(Encoding.UTF8.GetBytes(body[i..(i + 1)])); continue; }
            bytes.Add(Convert.ToByte(body[(i + 1)..(i + 3)], 16));
            i += 2;
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
