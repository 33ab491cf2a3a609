using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Platform.TwoProcesses;

public sealed class SharedWorkTests
{
    private const string Take = "mutation($id: ID!) { claimWorkItem(input: { id: $id }) { workItem { assigneeName } errors { ... on Error { code } } } }";

    [Fact, Requirement("PLT-08")]
    public async Task Of_two_people_at_two_processes_one_gets_the_item()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var another = await portal.AnotherAsync();
        var (here, there) = (await portal.SignInStaffAsync(StaffRole.ClaimsAnalyst), await portal.HireAsync("staff.claims.second", StaffRole.ClaimsAnalyst));
        var second = new ApiClient(new HttpClient { BaseAddress = another.Address }, there.Token);
        var free = (await here.SendAsync("{ workItems(queue: \"Q-CLAIM-PEND\", first: 6, where: { assignee: NOBODY }) { nodes { id } } }"))
            .Data("workItems", "nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()!).ToList();
        free.Count.ShouldBe(6);
        foreach (var id in free)
        {
            var answers = await TwoHosts.AtOnceAsync(2, i => (i == 0 ? here : second).SendAsync(Take, new { id }));
            answers.Count(a => a.PayloadCodes("claimWorkItem").Count == 0).ShouldBe(1);
            answers.Single(a => a.PayloadCodes("claimWorkItem").Count > 0).PayloadCodes("claimWorkItem").ShouldBe(["WORK_ITEM_TAKEN"]);
        }
    }

    [Fact]
    public async Task Two_processes_send_each_mail_once()
    {
        var counting = new CountingTransport();
        void Count(IServiceCollection services) => services.AddSingleton<IMailTransport>(counting);
        string[] eager = ["--Outbox:TaskPollMilliseconds=50"];
        await using var portal = await TestPortal.StartAsync(demo: false, eager, Count);
        await using var another = await portal.AnotherAsync(eager, Count);
        foreach (var host in new[] { portal, another })
            await host.AsAsync(Actor.System("test"), async services =>
            {
                await using var write = await services.GetRequiredService<PortalDb>().BeginWriteAsync(default);
                for (var i = 0; i < 30; i++)
                    services.GetRequiredService<MailDesk>().Queue(MailTemplates.UserApproved, $"jane.{i}@example.org", "Jane", new Dictionary<string, string>
                    {
                        [MailFields.Name] = "Jane", [MailFields.Username] = "jane", [MailFields.Practice] = "Practice",
                    });
                await write.CommitAsync(default);
                return 0;
            });
        for (var tries = 0; counting.Sent.Count < 60 && tries < 600; tries++) await Task.Delay(50);
        // Time for one more, if there were one.
        await new Mailbox(portal.Services).ToAsync("nobody@example.org");
        counting.Sent.Count.ShouldBe(60);
        counting.Sent.Distinct().Count().ShouldBe(60);
    }

    private sealed class CountingTransport : IMailTransport
    {
        public ConcurrentQueue<long> Sent { get; } = new();

        public Task SendAsync(MailText mail, CancellationToken ct)
        {
            Sent.Enqueue(mail.Id);
            return Task.Delay(5, ct);
        }
    }
}
