using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Trainings;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Content;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Trainings;

[Requirement("ACC-15")]
public sealed class TrainingTests
{
    private static readonly Actor Editor = new() { Kind = ActorKind.Staff, UserId = 1, Name = "editor", Permissions = [Permission.StaffContentEdit] };
    private static readonly TrainingDraft Draft = new("Model of Care", 2025, null, "https://www.example.org/moc", [], [], [], null, ContentState.Published);
    private static readonly AttestationForm Form = new("Jane Doe", "Office manager", true);

    [Fact]
    public void It_is_due_on_the_last_day_of_its_year_and_closed_the_day_after()
    {
        var training = Training.Of(Draft);
        training.DueOn.ShouldBe(new(2025, 12, 31));
        TrainingPolicy.Refusals(training, Form, null, new(2025, 12, 31)).ShouldBeEmpty();
        TrainingPolicy.Refusals(training, Form, null, new(2026, 1, 1)).ShouldHaveSingleItem().ShouldBeOfType<TrainingClosed>().Year.ShouldBe(2025);
        training.Write(Draft with { DueOn = new(2026, 1, 31) });
        TrainingPolicy.Refusals(training, Form, null, new(2026, 1, 31)).ShouldBeEmpty();
    }

    [Fact]
    public void Everything_that_the_form_lacks_is_told_at_once()
    {
        var training = Training.Of(Draft);
        TrainingPolicy.Refusals(training, new(" ", "", false), null, new(2025, 5, 1)).Select(r => (r.GetType(), r.Path!.Single())).ShouldBe(
            [(typeof(RequiredFieldMissing), "name"), (typeof(RequiredFieldMissing), "jobTitle"), (typeof(AttestationBoxUnchecked), "accepted")]);
        TrainingPolicy.Refusals(training, Form with { Accepted = false }, new(2025, 3, 1), new(2026, 5, 1)).ShouldHaveSingleItem()
            .ShouldBeOfType<AttestationAlreadyMade>().On.ShouldBe(new(2025, 3, 1));
    }

    [Fact]
    public void It_is_required_of_the_lines_and_kinds_that_it_names_in_its_markets()
    {
        var ohio = new ProviderMarket { Market = Market.OH, Lob = Lob.Dual, EffectiveFrom = new(2025, 1, 1), EffectiveTo = new(2025, 6, 30) };
        bool Required(TrainingDraft draft, DateOnly on) => TrainingPolicy.IsRequired(Training.Of(draft), AccountKind.Group, [ohio], on);
        DateOnly last = new(2025, 6, 30);
        Required(Draft, last).ShouldBeTrue();
        Required(Draft, last.AddDays(1)).ShouldBeFalse();
        Required(Draft with { RequiredForLobs = [Lob.Medicaid, Lob.Dual] }, last).ShouldBeTrue();
        Required(Draft with { RequiredForLobs = [Lob.Medicaid] }, last).ShouldBeFalse();
        Required(Draft with { RequiredForKinds = [AccountKind.Facility] }, last).ShouldBeFalse();
        Required(Draft with { Markets = [Market.GA] }, last).ShouldBeFalse();
    }

    [Fact]
    public void A_training_s_faults_are_told_beside_their_fields()
    {
        TrainingPolicy.Faults(Draft).ShouldBeEmpty();
        TrainingPolicy.Faults(Draft with { Title = "", Url = "x", Year = 1999 }).Select(f => f.Path!.Single()).ShouldBe(["title", "url", "year"]);
        TrainingPolicy.Faults(Draft with { DueOn = new(2024, 12, 31) }).Single().Path.ShouldBe(["dueOn"]);
    }

    [Fact]
    public async Task Of_many_at_once_one_attestation_is_made_and_one_receipt_is_mailed()
    {
        await using var database = await TestDatabase.CreateAsync();
        var account = Practice.Account(Market.OH);
        await Practice.UserAsync(database, "jane.doe", account);
        var actor = (await database.ActorAsync((await database.SignInAsync("jane.doe")).Value!.AccessToken)).Value!;
        await using var editor = database.Scope(Editor);
        var training = (await editor.Get<TrainingDesk>().SaveAsync(null, null, Draft, default)).Value.ShouldNotBeNull();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            await using var scope = database.Scope(actor);
            return await scope.Get<TrainingDesk>().AttestAsync(training.Id, Form, default);
        }));
        answers.Count(a => a.Succeeded).ShouldBe(1);
        answers.Where(a => !a.Succeeded).ShouldAllBe(a => a.Refusals.Single() is AttestationAlreadyMade);
        answers.Single(a => a.Succeeded).Value!.CareSourceProviderId.ShouldBe(account.CareSourceProviderId);
        (await new Mailbox(database.Services).LastToAsync("jane.doe@example.org")).Subject.ShouldBe("Your training attestation was received");
    }

    [Fact]
    public async Task Who_must_and_has_not_is_missing_until_the_attestation()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (first, second, other) = (Practice.Account(Market.OH), Practice.Account(Market.OH), Practice.Account(Market.GA));
        await Practice.UserAsync(database, "jane.doe", first);
        await Practice.UserAsync(database, "john.roe", second, PortalRole.Billing);
        await Practice.UserAsync(database, "gail.poe", other);
        await Practice.UserAsync(database, "dora.noe", first, change: user => user.State = Domain.Accounts.Users.UserState.Disabled);
        await using var editor = database.Scope(Editor);
        var training = (await editor.Get<TrainingDesk>().SaveAsync(null, null, Draft with { Markets = [Market.OH] }, default)).Value.ShouldNotBeNull();
        var jane = (await database.ActorAsync((await database.SignInAsync("jane.doe")).Value!.AccessToken)).Value!;

        var oversight = editor.Get<AttestationOversight>();
        var before = (await oversight.ReportAsync(training.Id, 0, 10, default)).Value!;
        (before.Overdue, before.Attested, before.Missing).ShouldBe((false, 0, 2));
        before.Rows.Select(r => r.UserName).ShouldBe(["jane.doe", "john.roe"], ignoreOrder: true);
        (await oversight.OverdueAsync(null, 10, default)).Value!.ShouldBeEmpty();
        await using (var scope = database.Scope(jane)) (await scope.Get<TrainingDesk>().AttestAsync(training.Id, Form, default)).Succeeded.ShouldBeTrue();

        database.Clock.Set(new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero));
        var overdue = (await oversight.OverdueAsync(2025, 10, default)).Value!.ShouldHaveSingleItem();
        (overdue.Overdue, overdue.Attested, overdue.Missing).ShouldBe((true, 1, 1));
        overdue.Rows.Single().UserName.ShouldBe("john.roe");
        (await oversight.OverdueAsync(2024, 10, default)).Value!.ShouldBeEmpty();
        var csv = new MemoryStream();
        await (await oversight.ExportAsync(training.Id, default)).Value!.WriteAsync(csv, default);
        System.Text.Encoding.UTF8.GetString(csv.ToArray()).Split("\r\n").Length.ShouldBe(3);
        await using var stranger = database.Scope(Editor with { Permissions = [Permission.StaffFinance] });
        (await stranger.Get<AttestationOversight>().ReportAsync(training.Id, 0, 10, default)).Refusals.Single().ShouldBeOfType<Forbidden>();
        (await stranger.Get<TrainingReads>().AllAsync(default)).ShouldBeEmpty();
    }
}
