using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Grievances;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Grievances;

[Requirement("ACC-22")]
public sealed class GrievanceTests
{
    private static readonly GrievanceForm Form = new(GrievanceCategory.PlanService, "Nobody answers the telephone.", null, []);

    [Fact]
    public void A_claim_payment_leads_to_disputes_and_a_narrative_has_at_most_4000_characters()
    {
        GrievancePolicy.Faults(Form).ShouldBeEmpty();
        var payment = GrievancePolicy.Faults(Form with { Category = GrievanceCategory.ClaimPayment }).ShouldHaveSingleItem().ShouldBeOfType<GrievanceUseDispute>();
        payment.OtherPath!.PageKey.ShouldBe("claims.disputes");
        GrievancePolicy.Faults(Form with { Narrative = " " }).ShouldHaveSingleItem().ShouldBeOfType<RequiredFieldMissing>();
        GrievancePolicy.Faults(Form with { Narrative = new('a', 4000) }).ShouldBeEmpty();
        GrievancePolicy.Faults(Form with { Narrative = new('a', 4001) }).ShouldHaveSingleItem().ShouldBeOfType<InvalidFormat>();
        GrievancePolicy.AnswerFaults(" ").ShouldHaveSingleItem().ShouldBeOfType<DecisionReasonRequired>().Message.ShouldBe("Write the answer that the provider gets.");
        GrievancePolicy.AnswerFaults(new('a', 4001)).ShouldHaveSingleItem().ShouldBeOfType<InvalidFormat>();
    }

    [Fact]
    public async Task It_is_acknowledged_in_five_business_days_and_answered_in_thirty_days_by_who_holds_the_item()
    {
        await using var database = await TestDatabase.CreateAsync();
        var jane = await UserAsync(database, "jane.doe");
        var filed = await FileAsync(database, jane, Form, "r-1");
        var grievance = filed.Value.ShouldNotBeNull();
        grievance.Number.ShouldBe("G2512010000001");
        // Monday, 1 December 2025: the fifth business day is Monday the 8th, the thirtieth day is the 31st; both end at midnight in Ohio.
        grievance.AckDueAt.ShouldBe(new(2025, 12, 9, 4, 59, 59, TimeSpan.Zero));
        grievance.DueAt.ShouldBe(new(2026, 1, 1, 4, 59, 59, TimeSpan.Zero));

        var cora = new Actor { Kind = ActorKind.Staff, UserId = (await Practice.StaffAsync(database, "cora.appeals", StaffRole.AppealsCoordinator)).Id, Name = "Cora", Permissions = [Permission.StaffAppealsWork] };
        await using var scope = database.Scope(cora);
        var desk = scope.Get<GrievanceReviewDesk>();
        var item = await scope.Db.Set<WorkItem>().AsNoTracking().SingleAsync(i => i.Queue == "Q-GRIEVANCE");
        (item.SubjectNumber, item.DueAt, item.Reason).ShouldBe((grievance.Number, grievance.DueAt, "Service of the plan"));
        (await desk.DecideAsync(grievance.Id, 1, GrievanceDecision.Acknowledge, null, default)).Refusals.Single().ShouldBeOfType<InvalidStateTransition>();
        (await scope.Get<WorkDesk>().TakeAsync(item.Id, default)).Succeeded.ShouldBeTrue();
        (await desk.DecideAsync(grievance.Id, 1, GrievanceDecision.Resolve, "Sorry.", default)).Refusals.Single().ShouldBeOfType<InvalidStateTransition>().AllowedNextStates.ShouldBe(["ACKNOWLEDGED"]);
        scope.Db.ChangeTracker.Clear();
        var acknowledged = (await desk.DecideAsync(grievance.Id, 1, GrievanceDecision.Acknowledge, null, default)).Value.ShouldNotBeNull();
        acknowledged.State.ShouldBe(GrievanceState.Acknowledged);
        (await desk.DecideAsync(grievance.Id, 1, GrievanceDecision.Resolve, "Sorry.", default)).Refusals.Single().ShouldBeOfType<ConcurrentChange>();
        (await desk.DecideAsync(grievance.Id, 2, GrievanceDecision.Resolve, " ", default)).Refusals.Single().ShouldBeOfType<DecisionReasonRequired>();
        var resolved = (await desk.DecideAsync(grievance.Id, 2, GrievanceDecision.Resolve, "We hired two people.", default)).Value.ShouldNotBeNull();
        (resolved.State, resolved.Resolution).ShouldBe((GrievanceState.Resolved, "We hired two people."));
        (await scope.Db.Set<WorkItem>().AsNoTracking().SingleAsync(i => i.Id == item.Id)).State.ShouldBe(WorkState.Done);
        (await desk.DecideAsync(grievance.Id, 3, GrievanceDecision.Close, null, default)).Value!.State.ShouldBe(GrievanceState.Closed);
        (await desk.DecideAsync(grievance.Id, 4, GrievanceDecision.Close, null, default)).Refusals.Single().ShouldBeOfType<InvalidStateTransition>().AllowedNextStates.ShouldBeEmpty();
        var letters = await scope.Db.Set<Letter>().AsNoTracking().OrderBy(l => l.Id).ToListAsync();
        letters.Select(l => (l.Kind, l.SubjectNumber)).ShouldBe([("L-GRIEV-ACK", grievance.Number), ("L-GRIEV-RESOLUTION", grievance.Number)]);
        letters[1].Values.Text("answer").ShouldBe("We hired two people.");
        (await new Mailbox(database.Services).LastToAsync("jane.doe@example.org")).Subject.ShouldBe("Your grievance was answered");
    }

    [Fact]
    public async Task Of_two_coordinators_only_the_holder_decides_and_others_may_not()
    {
        await using var database = await TestDatabase.CreateAsync();
        var grievance = (await FileAsync(database, await UserAsync(database, "jane.doe"), Form, "r-1")).Value!;
        async Task<Actor> CoordinatorAsync(string name) =>
            new() { Kind = ActorKind.Staff, UserId = (await Practice.StaffAsync(database, name, StaffRole.AppealsCoordinator)).Id, Name = name, Permissions = [Permission.StaffAppealsWork] };
        var (cora, carl) = (await CoordinatorAsync("cora.appeals"), await CoordinatorAsync("carl.appeals"));
        await using (var scope = database.Scope(cora))
            (await scope.Get<WorkDesk>().TakeAsync((await scope.Db.Set<WorkItem>().SingleAsync()).Id, default)).Succeeded.ShouldBeTrue();
        await using var other = database.Scope(carl);
        (await other.Get<GrievanceReviewDesk>().DecideAsync(grievance.Id, 1, GrievanceDecision.Acknowledge, null, default)).Refusals.Single().ShouldBeOfType<WorkItemTaken>().By.ShouldBe("cora.appeals");
        await using var analyst = database.Scope(carl with { Permissions = [Permission.StaffClaimsDecide] });
        (await analyst.Get<GrievanceReviewDesk>().DecideAsync(grievance.Id, 1, GrievanceDecision.Acknowledge, null, default)).Refusals.Single().ShouldBeOfType<Forbidden>();
        (await analyst.Get<GrievanceReads>().Of(new()).PageAsync(1, 10, default)).Total.ShouldBe(0);
        (await analyst.Get<GrievanceReads>().FindAsync(grievance.Id, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_repeated_request_files_once_and_another_account_sees_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (jane, john) = (await UserAsync(database, "jane.doe"), await UserAsync(database, "john.roe"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => FileAsync(database, jane, Form, "r-1")));
        answers.Select(a => a.Value!.Number).Distinct().Count().ShouldBe(1);
        (await FileAsync(database, jane, Form with { Narrative = "Other." }, "r-1")).Refusals.Single().ShouldBeOfType<IdempotencyMismatch>();
        (await FileAsync(database, jane, Form with { MemberId = 424242 }, "r-2")).Refusals.Single().ShouldBeOfType<NotFound>().Path.ShouldBe(["memberId"]);
        (await FileAsync(database, jane, Form with { FileIds = [424242] }, "r-3")).Refusals.Single().ShouldBeOfType<NotFound>();
        await using var mine = database.Scope(jane);
        (await mine.Get<GrievanceReads>().Of(new(GrievanceState.Submitted, GrievanceCategory.PlanService, answers[0].Value!.Number.ToLowerInvariant())).PageAsync(1, 10, default)).Total.ShouldBe(1);
        (await mine.Get<GrievanceReads>().Of(new(GrievanceState.Closed)).PageAsync(1, 10, default)).Total.ShouldBe(0);
        await using var theirs = database.Scope(john);
        (await theirs.Get<GrievanceReads>().Of(new()).PageAsync(1, 10, default)).Total.ShouldBe(0);
        (await theirs.Get<GrievanceReads>().FindAsync(answers[0].Value!.Id, default)).ShouldBeNull();
        await using var nobody = database.Scope(Actor.Anonymous);
        (await nobody.Get<GrievanceDesk>().FileAsync(Form, "r-4", default)).Refusals.Single().ShouldBeOfType<NotSignedIn>();
    }

    private static async Task<Actor> UserAsync(TestDatabase database, string username)
    {
        await Practice.UserAsync(database, username, Practice.Account(Market.OH), PortalRole.FrontDesk);
        return (await database.ActorAsync((await database.SignInAsync(username)).Value!.AccessToken)).Value!;
    }

    private static async Task<Outcome<Grievance>> FileAsync(TestDatabase database, Actor actor, GrievanceForm form, string request)
    {
        await using var scope = database.Scope(actor);
        return await scope.Get<GrievanceDesk>().FileAsync(form, request, default);
    }
}
