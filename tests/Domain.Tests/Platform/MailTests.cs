using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform;

public class MailTests
{
    private static readonly Dictionary<string, string> Fields = new() { [MailFields.Name] = "Jane <b>Doe</b>", [MailFields.Username] = "jane.doe", [MailFields.Practice] = "Médecins & Co" };
    private static readonly Actor Jobs = new() { Kind = ActorKind.Staff, UserId = 7, Name = "jobs", Permissions = [Permission.StaffJobs] };

    [Fact]
    public async Task A_mail_lies_in_the_folder_as_text_and_html_with_every_value_escaped()
    {
        await using var database = await TestDatabase.CreateAsync();
        await QueueAsync(database, MailTemplates.UserApproved);
        var mail = await new Mailbox(database.Services).LastToAsync("jane@example.org");
        mail.Text.ShouldContain("Jane <b>Doe</b>");
        mail.Text.ShouldContain("Médecins & Co");
        mail.Html.ShouldContain("Jane &lt;b&gt;Doe&lt;/b&gt;");
        mail.Html.ShouldNotContain("<b>");
        mail.Subject.ShouldBe(MailTemplates.UserApproved.Subject);
        mail.Headers.ShouldContain("Message-ID: <mail-1@localhost>", Case.Insensitive);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(database.Directory, "mail")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task What_is_rolled_back_is_never_mailed()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var scope = database.Scope(Actor.System("test")))
        await using (await scope.Db.BeginWriteAsync(default))
            scope.Get<MailDesk>().Queue(MailTemplates.UserApproved, "jane@example.org", "Jane", Fields);
        (await new Mailbox(database.Services).ToAsync("jane@example.org")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_mail_waits_longer_each_time_and_is_given_up_where_staff_see_it()
    {
        var transport = new Unreliable { Fails = true };
        await using var database = await TestDatabase.CreateAsync(s => s.AddSingleton<IMailTransport>(transport));
        await QueueAsync(database, MailTemplates.UserApproved);
        var sender = database.Services.GetRequiredService<MailSender>();
        for (var tries = 1; tries <= MailBackOff.Tries; tries++)
        {
            (await sender.SendDueAsync(default)).ShouldBe(0);
            transport.Tries.ShouldBe(tries);
            if (MailBackOff.After(tries) is not { } wait) continue;
            database.Clock.Advance(wait - TimeSpan.FromSeconds(1));
            await sender.SendDueAsync(default);
            transport.Tries.ShouldBe(tries, "before its time");
            database.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        await using (var scope = database.Scope(Jobs))
        {
            var desk = scope.Get<MailDesk>();
            var dead = (await desk.Of(MailState.Failed).PageAsync(1, 10, default)).Rows.ShouldHaveSingleItem();
            // PLT-17: the kind of the fault, without the address that its message holds.
            dead.LastError.ShouldBe(nameof(InvalidOperationException));
            (await desk.CountsAsync(default))[MailState.Failed].ShouldBe(1);
            (await desk.TryAgainAsync(dead.Id, default)).Succeeded.ShouldBeTrue();
            (await desk.TryAgainAsync(dead.Id, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<InvalidStateTransition>();
        }
        transport.Fails = false;
        (await sender.SendDueAsync(default)).ShouldBe(1);
        (await sender.SendDueAsync(default)).ShouldBe(0);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(8, 128)]
    [InlineData(9, 240)]
    public void The_wait_doubles_up_to_four_hours(int attempts, int minutes) => MailBackOff.After(attempts).ShouldBe(TimeSpan.FromMinutes(minutes));

    [Fact]
    public void After_the_tenth_try_there_is_none() => MailBackOff.After(10).ShouldBeNull();

    [Fact]
    public async Task Several_senders_send_each_mail_once()
    {
        var transport = new Unreliable();
        await using var database = await TestDatabase.CreateAsync(s => s.AddSingleton<IMailTransport>(transport));
        for (var i = 0; i < 45; i++) await QueueAsync(database, MailTemplates.UserApproved);
        var sender = database.Services.GetRequiredService<MailSender>();
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => sender.SendDueAsync(default))));
        sent.Sum().ShouldBe(45);
        transport.Sent.Distinct().Count().ShouldBe(45);
        transport.Tries.ShouldBe(45);
    }

    [Fact]
    public async Task A_mail_in_the_hands_of_a_process_that_died_is_sent_by_another_after_two_minutes()
    {
        var transport = new Unreliable { Hangs = true };
        await using var database = await TestDatabase.CreateAsync(s => s.AddSingleton<IMailTransport>(transport));
        await QueueAsync(database, MailTemplates.UserApproved);
        var sender = database.Services.GetRequiredService<MailSender>();
        using var killed = new CancellationTokenSource();
        var dying = sender.SendDueAsync(killed.Token);
        await transport.Started;
        await killed.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => dying);
        transport.Hangs = false;
        database.Clock.Advance(new(0, 1, 59));
        (await sender.SendDueAsync(default)).ShouldBe(0);
        database.Clock.Advance(new(0, 0, 1));
        (await sender.SendDueAsync(default)).ShouldBe(1);
    }

    [Fact, Requirement("PLT-17")]
    public void Templates_show_names_and_links_only()
    {
        foreach (var template in MailTemplates.All)
        {
            var used = Regex.Matches(template.Subject + string.Join(' ', template.Paragraphs), @"\{(\w*)\}").Select(m => m.Groups[1].Value).ToList();
            used.Except(MailFields.All).ShouldBeEmpty(template.Key);
            template.Paragraphs.Contains("{link}").ShouldBe(template.LinkPage is not null, template.Key);
        }
        MailTemplates.All.Select(t => t.Key).Distinct().Count().ShouldBe(MailTemplates.All.Count);
    }

    [Theory]
    [InlineData("Mail:Transport", "Smtp", "Mail:Smtp:Host")]
    [InlineData("Mail:From", "nobody", "Mail:From")]
    [InlineData("Mail:LinkBase", "ftp://x", "Mail:LinkBase")]
    [InlineData("Mail:StaffLinkBase", "plan", "Mail:StaffLinkBase")]
    [InlineData("Mail:PollMilliseconds", "1", "Mail:PollMilliseconds")]
    public async Task Settings_that_cannot_work_name_their_key(string key, string value, string named)
    {
        await using var database = await TestDatabase.CreateAsync(settings: new Dictionary<string, string?> { [key] = value });
        Should.Throw<OptionsValidationException>(() => database.Services.GetRequiredService<MailSettings>()).Message.ShouldContain(named);
    }

    private static async Task QueueAsync(TestDatabase database, MailTemplate template)
    {
        await using var scope = database.Scope(Actor.System("test"));
        await using var write = await scope.Db.BeginWriteAsync(default);
        scope.Get<MailDesk>().Queue(template, "jane@example.org", "Jane", Fields);
        await write.CommitAsync(default);
    }

    private sealed class Unreliable : IMailTransport
    {
        private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _tries;

        public bool Fails { get; set; }
        public bool Hangs { get; set; }
        public int Tries => _tries;
        public Task Started => _started.Task;
        public System.Collections.Concurrent.ConcurrentQueue<long> Sent { get; } = new();

        public async Task SendAsync(MailText mail, CancellationToken ct)
        {
            Interlocked.Increment(ref _tries);
            _started.TrySetResult();
            if (Hangs) await Task.Delay(Timeout.Infinite, ct);
            if (Fails) throw new InvalidOperationException($"No such mailbox: {mail.ToAddress}");
            Sent.Enqueue(mail.Id);
        }
    }
}
