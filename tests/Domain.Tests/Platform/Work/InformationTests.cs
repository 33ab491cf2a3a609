using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Information;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Work;

[Requirement("PLT-08")]
public sealed class InformationTests : IAsyncLifetime
{
    private WorkBench _bench = null!;
    private WorkItem _item = null!;
    private long _account;

    public async Task InitializeAsync()
    {
        _bench = await WorkBench.CreateAsync();
        _account = (await _bench.ProviderAsync()).Id;
        _item = await _bench.ItemAsync("C1", account: _account);
        (await _bench.DoAsync(WorkBench.Analyst(1), d => d.TakeAsync(_item.Id, default))).ShouldGive();
    }

    public Task DisposeAsync() => _bench.DisposeAsync().AsTask();

    [Fact]
    public async Task A_question_is_asked_answered_by_the_provider_and_the_work_goes_on()
    {
        var asked = (await AskAsync()).ShouldGive();
        (asked.State, asked.PausedAt).ShouldBe((WorkState.PendingInfo, _bench.Clock.GetUtcNow()));
        var question = (await MineAsync(WorkBench.Biller(_account))).ShouldHaveSingleItem();
        (question.Text, question.SubjectNumber, question.State).ShouldBe(("Which operation?", "C1", InformationState.Open));
        // 14 calendar days, to the end of the last one in Ohio.
        question.DueAt.ShouldBe(new(2025, 12, 16, 4, 59, 59, TimeSpan.Zero));

        var answer = (await AnswerAsync(WorkBench.Biller(_account), "The second one")).ShouldGive();
        (answer.State, answer.Answer, answer.AnsweredBy).ShouldBe((InformationState.Answered, "The second one", "Bea Biller"));
        var item = await _bench.ReadAsync(_item.Id);
        (item.State, item.PausedAt, item.AssigneeId).ShouldBe((WorkState.Assigned, null, 1L));
        item.Events.Select(e => e.Step).ShouldBe([WorkStep.Taken, WorkStep.InformationAsked, WorkStep.InformationCame]);
        (await MineAsync(WorkBench.Biller(_account))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_record_s_account_with_the_permission_to_submit_reads_and_answers()
    {
        await AskAsync();
        var other = (await _bench.ProviderAsync("Other", "1245319599", "400000000002")).Id;
        var reader = WorkBench.Biller(_account) with { Permissions = [Permission.ClaimsRead] };
        foreach (var stranger in new[] { WorkBench.Biller(other), reader })
        {
            (await MineAsync(stranger)).ShouldBeEmpty();
            (await AnswerAsync(stranger, "Mine")).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NotFound>();
        }
        (await AnswerAsync(Actor.Anonymous, "Mine")).Refusals.ShouldHaveSingleItem().ShouldBeOfType<NotSignedIn>();
        (await _bench.ReadAsync(_item.Id)).State.ShouldBe(WorkState.PendingInfo);
    }

    [Fact]
    public async Task An_answer_is_taken_once_and_a_repeat_gives_the_first()
    {
        await AskAsync();
        var first = (await AnswerAsync(WorkBench.Biller(_account), "The second one", "r-1")).ShouldGive();
        (await AnswerAsync(WorkBench.Biller(_account), "The second one", "r-1")).ShouldGive().Id.ShouldBe(first.Id);
        (await AnswerAsync(WorkBench.Biller(_account), "The third one", "r-1")).Refusals.ShouldHaveSingleItem().ShouldBeOfType<IdempotencyMismatch>();
        (await AnswerAsync(WorkBench.Biller(_account), "Once more", "r-2")).Refusals.ShouldHaveSingleItem().ShouldBeOfType<InvalidStateTransition>().State.ShouldBe("ANSWERED");
    }

    [Theory]
    [InlineData(" ", 14, "text")]
    [InlineData("Which?", 0, "dueInDays")]
    [InlineData("Which?", 91, "dueInDays")]
    public async Task A_faulty_question_names_its_field(string text, int days, string path)
    {
        var refused = await _bench.AsAsync<InformationDesk, Outcome<WorkItem>>(WorkBench.Analyst(1), d => d.AskAsync(_item.Id, text, days, null, default));
        refused.Refusals.ShouldHaveSingleItem().Path.ShouldBe([path]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(90)]
    public async Task One_to_90_days_are_given(int days) =>
        (await _bench.AsAsync<InformationDesk, Outcome<WorkItem>>(WorkBench.Analyst(1), d => d.AskAsync(_item.Id, "Which?", days, null, default))).ShouldGive();

    [Fact]
    public async Task Who_has_the_item_asks_and_nobody_else()
    {
        (await AskAsync(WorkBench.Analyst(2))).ShouldRefuse<WorkItemTaken>().By.ShouldBe("Analyst 1");
        await _bench.DoAsync(WorkBench.Analyst(1), d => d.ReleaseAsync(_item.Id, null, default));
        (await AskAsync()).ShouldRefuse<InvalidStateTransition>().State.ShouldBe("NEW");
        await _bench.DoAsync(WorkBench.Analyst(1), d => d.TakeAsync(_item.Id, default));
        (await _bench.AsAsync<InformationDesk, Outcome<WorkItem>>(WorkBench.Analyst(1), d => d.AskAsync("C1", "Which?", 14, default))).ShouldGive();
        (await AskAsync()).ShouldRefuse<InvalidStateTransition>().AllowedNextStates.ShouldBe(["ASSIGNED", "CANCELLED"]);
        (await _bench.AsAsync<InformationDesk, Outcome<WorkItem>>(WorkBench.Analyst(1), d => d.AskAsync("C404", "Which?", 14, default))).ShouldRefuse<NotFound>();
    }

    [Fact]
    public async Task What_waits_is_neither_released_nor_completed_before_it_goes_on()
    {
        await AskAsync();
        (await _bench.DoAsync(WorkBench.Analyst(1), d => d.CompleteAsync(_item.Id, null, default))).ShouldRefuse<InvalidStateTransition>().State.ShouldBe("PENDING_INFO");
        (await _bench.DoAsync(WorkBench.Analyst(1), d => d.ReleaseAsync(_item.Id, null, default))).ShouldRefuse<InvalidStateTransition>();
        (await _bench.AsAsync<InformationDesk, Outcome<WorkItem>>(WorkBench.Analyst(2), d => d.WithdrawAsync(_item.Id, null, default))).ShouldRefuse<WorkItemTaken>();
        (await _bench.AsAsync<InformationDesk, Outcome<WorkItem>>(WorkBench.Analyst(1), d => d.WithdrawAsync(_item.Id, null, default))).ShouldGive().State.ShouldBe(WorkState.Assigned);
        (await _bench.DoAsync(WorkBench.Analyst(1), d => d.CompleteAsync(_item.Id, null, default))).ShouldGive();
        (await AnswerAsync(WorkBench.Biller(_account), "Too late")).Refusals.ShouldHaveSingleItem().ShouldBeOfType<InvalidStateTransition>().State.ShouldBe("WITHDRAWN");
    }

    [Fact]
    public async Task Staff_take_down_an_answer_that_came_by_phone()
    {
        await AskAsync();
        (await _bench.AsAsync<InformationDesk, Outcome<WorkItem>>(WorkBench.Analyst(1), d => d.RecordAsync(_item.Id, " ", null, default))).Refusals.ShouldHaveSingleItem().Path.ShouldBe(["answer"]);
        (await _bench.AsAsync<InformationDesk, Outcome<WorkItem>>(WorkBench.Analyst(1), d => d.RecordAsync(_item.Id, "By phone: the second", null, default))).ShouldGive().State.ShouldBe(WorkState.Assigned);
        var question = (await _bench.AsAsync<InformationReads, IReadOnlyList<InformationRequest>>(WorkBench.Analyst(2), r => r.OfItemAsync(_item, default))).ShouldHaveSingleItem();
        (question.Answer, question.AnsweredBy).ShouldBe(("By phone: the second", "Analyst 1"));
    }

    [Fact]
    public async Task When_the_subject_is_withdrawn_its_items_and_questions_end()
    {
        await AskAsync();
        var other = await _bench.ItemAsync("C2", subjectId: 8);
        await using (var scope = _bench.Database.Scope(Actor.System("withdrawal")))
        await using (var write = await scope.Db.BeginWriteAsync(default))
        {
            (await scope.Get<WorkDesk>().CancelAsync("Claim", 7, default, "Q-ADJUST")).ShouldBe(0);
            (await scope.Get<WorkDesk>().CancelAsync("Claim", 7, default)).ShouldBe(1);
            await write.CommitAsync(default);
        }
        var item = await _bench.ReadAsync(_item.Id);
        (item.State, item.ClosedAt, item.PausedAt).ShouldBe((WorkState.Cancelled, _bench.Clock.GetUtcNow(), null));
        (await _bench.ReadAsync(other.Id)).State.ShouldBe(WorkState.New);
        (await AnswerAsync(WorkBench.Biller(_account), "Too late")).Refusals.ShouldHaveSingleItem().ShouldBeOfType<InvalidStateTransition>();
        (await _bench.DoAsync(WorkBench.Supervisor(9), d => d.ReopenAsync(_item.Id, null, default))).ShouldRefuse<InvalidStateTransition>().AllowedNextStates.ShouldBeEmpty();
    }

    private Task<Outcome<WorkItem>> AskAsync(Actor? actor = null) =>
        _bench.AsAsync<InformationDesk, Outcome<WorkItem>>(actor ?? WorkBench.Analyst(1), d => d.AskAsync(_item.Id, " Which operation? ", 14, null, default));

    private Task<Outcome<InformationRequest>> AnswerAsync(Actor actor, string text, string key = "k") =>
        _bench.AsAsync<InformationAnswerDesk, Outcome<InformationRequest>>(actor, d => d.AnswerAsync(new("C1", text, [], key), default));

    private async Task<IReadOnlyList<InformationRequest>> MineAsync(Actor actor) =>
        (await _bench.AsAsync<InformationReads, Domain.Platform.Storage.ListPage<InformationRequest>>(actor, r => r.Mine(null, open: true).PageAsync(1, 25, default))).Rows;
}
