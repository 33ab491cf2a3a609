using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Grievances;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Information;
using Portal.Graph.Domain.Tests.Platform.Work;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Grievances;

[Requirement("ACC-22"), Requirement("PLT-08")]
public sealed class GrievanceQuestionTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private Actor _jane = null!, _cora = null!;
    private Grievance _grievance = null!;
    private long _item;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _jane = await UserAsync("jane.doe");
        _cora = new() { Kind = ActorKind.Staff, UserId = (await Practice.StaffAsync(_database, "cora.appeals", StaffRole.AppealsCoordinator)).Id, Name = "Cora", Permissions = [Permission.StaffAppealsWork] };
        await using var file = _database.Scope(_jane);
        _grievance = (await file.Get<GrievanceDesk>().FileAsync(new(GrievanceCategory.PlanService, "Nobody answers the telephone.", null, []), "r-1", default)).Value!;
        await using var take = _database.Scope(_cora);
        _item = (await take.Db.Set<WorkItem>().AsNoTracking().SingleAsync()).Id;
        (await take.Get<WorkDesk>().TakeAsync(_item, default)).Succeeded.ShouldBeTrue();
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task Any_user_of_the_account_answers_and_the_answer_of_the_plan_is_due_later_by_the_time_that_took()
    {
        await AskAsync();
        var front = _jane with { Permissions = [] };
        var question = (await MineAsync(front)).ShouldHaveSingleItem();
        (question.Text, question.SubjectNumber).ShouldBe(("On which days?", _grievance.Number));
        (await MineAsync(await UserAsync("john.roe"))).ShouldBeEmpty();
        _database.Clock.Advance(TimeSpan.FromDays(4));
        (await AnswerAsync(front)).ShouldGive().State.ShouldBe(InformationState.Answered);
        await using var scope = _database.Scope(_cora);
        var item = await scope.Db.Set<WorkItem>().AsNoTracking().SingleAsync();
        (item.State, item.DueAt).ShouldBe((WorkState.Assigned, _grievance.DueAt.AddDays(4)));
        // What the provider is told is what the queue works by; nothing delays the acknowledgement.
        var told = await scope.Db.Set<Grievance>().AsNoTracking().SingleAsync();
        (told.DueAt, told.AckDueAt).ShouldBe((_grievance.DueAt.AddDays(4), _grievance.AckDueAt));
    }

    [Fact]
    public async Task A_user_who_has_not_accepted_the_terms_reads_and_answers_nothing()
    {
        await AskAsync();
        var barred = _jane with { TermsDue = "2025-11" };
        (await MineAsync(barred)).ShouldBeEmpty();
        (await AnswerAsync(barred)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NotFound>();
    }

    [Fact]
    public async Task It_is_acknowledged_while_the_provider_is_asked_and_a_withdrawn_question_moves_the_answer_too()
    {
        await AskAsync();
        await using var scope = _database.Scope(_cora);
        (await scope.Get<GrievanceReviewDesk>().DecideAsync(_grievance.Id, 1, GrievanceDecision.Acknowledge, null, default)).ShouldGive().State.ShouldBe(GrievanceState.Acknowledged);
        _database.Clock.Advance(TimeSpan.FromHours(30));
        (await scope.Get<InformationDesk>().WithdrawAsync(_item, null, default)).Succeeded.ShouldBeTrue();
        (await scope.Db.Set<Grievance>().AsNoTracking().SingleAsync()).DueAt.ShouldBe(_grievance.DueAt.AddHours(30));
    }

    [Fact]
    public async Task What_is_not_acknowledged_is_overdue_after_its_last_second_and_never_once_it_is()
    {
        await using var scope = _database.Scope(_cora);
        Task<int> OverdueAsync(DateTimeOffset at) => scope.Get<GrievanceReads>().UnacknowledgedIds(at).CountAsync();
        (await OverdueAsync(_grievance.AckDueAt)).ShouldBe(0);
        (await OverdueAsync(_grievance.AckDueAt.AddSeconds(1))).ShouldBe(1);
        await scope.Get<GrievanceReviewDesk>().DecideAsync(_grievance.Id, 1, GrievanceDecision.Acknowledge, null, default);
        (await OverdueAsync(_grievance.AckDueAt.AddSeconds(1))).ShouldBe(0);
    }

    private async Task AskAsync()
    {
        await using var scope = _database.Scope(_cora);
        (await scope.Get<InformationDesk>().AskAsync(_grievance.Number, "On which days?", 14, default)).Succeeded.ShouldBeTrue();
    }

    private async Task<IReadOnlyList<InformationRequest>> MineAsync(Actor actor)
    {
        await using var scope = _database.Scope(actor);
        return (await scope.Get<InformationReads>().Mine(null, open: true).PageAsync(1, 25, default)).Rows;
    }

    private async Task<Outcome<InformationRequest>> AnswerAsync(Actor actor)
    {
        await using var scope = _database.Scope(actor);
        return await scope.Get<InformationAnswerDesk>().AnswerAsync(new(_grievance.Number, "Mondays.", [], "a-1"), default);
    }

    private async Task<Actor> UserAsync(string username)
    {
        await Practice.UserAsync(_database, username, Practice.Account(Market.OH), PortalRole.FrontDesk);
        return (await _database.ActorAsync((await _database.SignInAsync(username)).Value!.AccessToken)).Value!;
    }
}
