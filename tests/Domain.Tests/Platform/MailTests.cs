using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
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
    public async Task A_failed_mail_is_given_up_after_the_last_try_where_staff_see_it_and_sent_when_they_have_it_tried_again()
    {
        var transport = new Unreliable { Fails = true };
        await using var database = await TestDatabase.CreateAsync(s => s.AddSingleton<IMailTransport>(transport));
        await QueueAsync(database, MailTemplates.UserApproved);
        var runner = Runner(database);
        for (var tries = 1; tries <= OutboxBackOff.Tries; tries++)
        {
            (await StatesAsync(database)).ShouldBe([MailState.Queued]);
            (await runner.RunDueAsync(default)).ShouldBe(0);
            transport.Tries.ShouldBe(tries);
            database.Clock.Advance(OutboxBackOff.After(tries, 1) ?? TimeSpan.Zero);
        }
        await using (var scope = database.Scope(Jobs))
        {
            var desk = scope.Get<MailDesk>();
            var dead = (await desk.Of(MailState.Failed).PageAsync(1, 10, default)).Rows.ShouldHaveSingleItem();
            // PLT-17: the kind of the fault, without the address that its message holds.
            dead.Task.ShouldNotBeNull().LastError.ShouldBe(nameof(InvalidOperationException));
            (await desk.CountsAsync(default)).ShouldBe(new Dictionary<MailState, int> { [MailState.Queued] = 0, [MailState.Sent] = 0, [MailState.Failed] = 1 });
            (await desk.TryAgainAsync(dead.Mail.Id, default)).Succeeded.ShouldBeTrue();
            (await desk.TryAgainAsync(dead.Mail.Id, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<InvalidStateTransition>();
            (await desk.TryAgainAsync(424242, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NotFound>();
        }
        transport.Fails = false;
        (await runner.RunDueAsync(default)).ShouldBe(1);
        (await runner.RunDueAsync(default)).ShouldBe(0);
        (await StatesAsync(database)).ShouldBe([MailState.Sent]);
        await using var nobody = database.Scope(Jobs with { Permissions = [Permission.StaffSupport] });
        (await nobody.Get<MailDesk>().Of(null).PageAsync(1, 10, default)).Total.ShouldBe(0);
        (await nobody.Get<MailDesk>().TryAgainAsync(1, default)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<Forbidden>();
    }

    [Fact]
    public async Task Several_workers_send_each_mail_once()
    {
        var transport = new Unreliable();
        await using var database = await TestDatabase.CreateAsync(s => s.AddSingleton<IMailTransport>(transport));
        for (var i = 0; i < 45; i++) await QueueAsync(database, MailTemplates.UserApproved);
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Runner(database).RunDueAsync(default))));
        sent.Sum().ShouldBe(45);
        transport.Sent.Distinct().Count().ShouldBe(45);
        transport.Tries.ShouldBe(45);
    }

    [Fact]
    public async Task A_mail_in_the_hands_of_a_process_that_died_is_sent_by_another_when_its_lease_ends()
    {
        var transport = new Unreliable();
        await using var database = await TestDatabase.CreateAsync(s => s.AddSingleton<IMailTransport>(transport));
        await QueueAsync(database, MailTemplates.UserApproved);
        (await Runner(database).TakeAsync(default)).ShouldNotBeNull().Kind.ShouldBe(MailSender.Kind);
        database.Clock.Advance(OutboxLeases.Life - TimeSpan.FromSeconds(1));
        (await Runner(database).RunDueAsync(default)).ShouldBe(0);
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Runner(database).RunDueAsync(default)).ShouldBe(1);
        transport.Sent.Count.ShouldBe(1);
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

    private static OutboxTaskRunner Runner(TestDatabase database) => database.Services.GetRequiredService<OutboxTaskRunner>();

    private static async Task<IReadOnlyList<MailState>> StatesAsync(TestDatabase database)
    {
        await using var scope = database.Scope(Jobs);
        return [.. (await scope.Get<MailDesk>().Of(null).PageAsync(1, 10, default)).Rows.Select(m => m.State)];
    }

    private sealed class Unreliable : IMailTransport
    {
        private int _tries;

        public bool Fails { get; set; }
        public int Tries => _tries;
        public System.Collections.Concurrent.ConcurrentQueue<long> Sent { get; } = new();

        public Task SendAsync(MailText mail, CancellationToken ct)
        {
            Interlocked.Increment(ref _tries);
            if (Fails) throw new InvalidOperationException($"No such mailbox: {mail.ToAddress}");
            Sent.Enqueue(mail.Id);
            return Task.CompletedTask;
        }
    }
}
