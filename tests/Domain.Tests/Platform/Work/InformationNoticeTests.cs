using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Information;
using Portal.Graph.Domain.Tests.Accounts;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Work;

[Requirement("PLT-08"), Requirement("PLT-21")]
public sealed class InformationNoticeTests : IAsyncLifetime
{
    private const string Subject = "The plan asks your practice for information";
    private WorkBench _bench = null!;
    private ProviderAccount _account = null!;
    private WorkItem _item = null!;

    public async Task InitializeAsync()
    {
        _bench = await WorkBench.CreateAsync();
        _account = Practice.Account(Market.OH);
        await Practice.UserAsync(_bench.Database, "adam.admin", _account);
        await Practice.UserAsync(_bench.Database, "bea.biller", _account, PortalRole.Billing);
        await Practice.UserAsync(_bench.Database, "fred.frontdesk", _account, PortalRole.FrontDesk);
        await Practice.UserAsync(_bench.Database, "quiet.biller", _account, PortalRole.Billing, u => u.NotificationChoices = Notifications.Letters | Notifications.Decisions);
        await Practice.UserAsync(_bench.Database, "gone.biller", _account, PortalRole.Billing, u => u.State = UserState.Disabled);
        await Practice.UserAsync(_bench.Database, "new.biller", _account, PortalRole.Billing, verified: false);
        await Practice.UserAsync(_bench.Database, "other.biller", Practice.Account(Market.OH), PortalRole.Billing);
        _item = await TakenAsync("CLAIM-4711", 7);
    }

    public Task DisposeAsync() => _bench.DisposeAsync().AsTask();

    [Fact, Requirement("PLT-17")]
    public async Task Those_who_may_answer_and_want_mail_are_told_once_and_the_mail_says_nothing_of_it()
    {
        await AskAsync(_item);
        await RunAsync();
        (await ToldAsync()).ShouldBe(["adam.admin", "bea.biller"]);
        var mail = await new Mailbox(_bench.Database.Services).LastToAsync("bea.biller@example.org");
        mail.Subject.ShouldBe(Subject);
        mail.Text.ShouldContain(_account.Name);
        mail.Raw.ShouldNotContain("diagnosis");
        mail.Raw.ShouldNotContain("CLAIM-4711");
        var question = await QuestionAsync();
        (question.Told, question.ToldAt).ShouldBe((2, _bench.Clock.GetUtcNow()));

        // The same task again, as after a process that died before it could say that it was done.
        await using (var scope = _bench.Database.Scope(Actor.System("test")))
            await scope.Get<InformationNotice>().RunAsync(await scope.Db.Set<OutboxTask>().SingleAsync(t => t.Kind == InformationNotice.Kind), default);
        await RunAsync();
        (await ToldAsync()).ShouldBe(["adam.admin", "bea.biller"]);
    }

    [Fact]
    public async Task Each_question_has_its_own_notice_and_one_that_was_withdrawn_before_has_none()
    {
        await AskAsync(_item);
        (await _bench.AsAsync<InformationDesk, Outcome<WorkItem>>(WorkBench.Analyst(1), d => d.WithdrawAsync(_item.Id, null, default))).ShouldGive();
        await RunAsync();
        (await ToldAsync()).ShouldBeEmpty();
        await AskAsync(_item);
        await RunAsync();
        (await ToldAsync()).ShouldBe(["adam.admin", "bea.biller"]);
    }

    [Fact]
    public async Task A_grievance_s_question_is_told_to_every_user_of_the_account_and_one_about_no_provider_to_nobody()
    {
        await AskAsync(await TakenAsync("G1", 8, "Q-GRIEVANCE", "Grievance"));
        var nobodys = await _bench.ItemAsync("C2", subjectId: 9);
        await _bench.DoAsync(WorkBench.Analyst(1), d => d.TakeAsync(nobodys.Id, default));
        await AskAsync(nobodys);
        await RunAsync();
        (await ToldAsync()).ShouldBe(["adam.admin", "bea.biller", "fred.frontdesk"]);
    }

    private async Task<WorkItem> TakenAsync(string number, long subject, string queue = WorkBench.Pend, string type = "Claim")
    {
        var item = await _bench.ItemAsync(number, queue, account: _account.Id, subject: type, subjectId: subject);
        (await _bench.DoAsync(Worker, d => d.TakeAsync(item.Id, default))).ShouldGive();
        return item;
    }

    private static Actor Worker => WorkBench.Staff(1, Permission.StaffClaimsDecide, Permission.StaffAppealsWork);

    private async Task AskAsync(WorkItem item) =>
        (await _bench.AsAsync<InformationDesk, Outcome<WorkItem>>(Worker, d => d.AskAsync(item.Id, "Which diagnosis?", 14, null, default))).ShouldGive();

    private async Task RunAsync() => await _bench.Database.Services.GetRequiredService<OutboxTaskRunner>().RunDueAsync(default);

    private async Task<IReadOnlyList<string>> ToldAsync()
    {
        await using var scope = _bench.Database.Scope(Actor.System("test"));
        return await scope.Db.Set<Domain.Platform.Mail.OutgoingMail>().Where(m => m.Template == "information.asked").OrderBy(m => m.ToName).Select(m => m.ToName).ToListAsync();
    }

    private async Task<InformationRequest> QuestionAsync()
    {
        await using var scope = _bench.Database.Scope(Actor.System("test"));
        return await scope.Db.Set<InformationRequest>().AsNoTracking().SingleAsync();
    }
}
