using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Accounts;

[Requirement("ACC-15")]
public sealed class TrainingTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string List = "query($year: Int) { trainings(year: $year) { required open due attestedAt training { id title year url } } myAttestations { name jobTitle careSourceProviderId training { title } } }";
    private const string Attest = "mutation($input: AttestTrainingInput!) { attestTraining(input: $input) { attestation { name at training { title } } errors { __typename ... on Error { code path } ... on AttestationAlreadyMadeError { on } ... on TrainingClosedError { year lastDay } } } }";
    private readonly TestPortal _portal = demo.Portal;

    [Fact]
    public async Task A_user_attests_to_the_model_of_care_of_the_year_once()
    {
        var nurse = await _portal.SignInAsync("demo.clinical");
        var list = await nurse.SendAsync(List, new { year = 2025 });
        var open = list.Data("trainings").EnumerateArray().Single(t => t.GetProperty("training").GetProperty("title").GetString() == "Model of Care");
        (open.GetProperty("required").GetBoolean(), open.GetProperty("open").GetBoolean(), open.GetProperty("due").GetString()).ShouldBe((true, true, "2025-12-31"));
        var trainingId = open.GetProperty("training").GetProperty("id").GetString();

        var unchecked_ = await nurse.SendAsync(Attest, new { input = new { trainingId, name = "", jobTitle = "Nurse", accepted = false } });
        unchecked_.PayloadCodes("attestTraining").ShouldBe(["REQUIRED_FIELD_MISSING", "ATTESTATION_BOX_UNCHECKED"]);
        var input = new { trainingId, name = "Dana Clinical", jobTitle = "Nurse", accepted = true };
        (await nurse.SendAsync(Attest, new { input })).Data("attestTraining", "attestation", "training", "title").GetString().ShouldBe("Model of Care");
        var again = await nurse.SendAsync(Attest, new { input });
        again.PayloadCodes("attestTraining").ShouldBe(["ATTESTATION_ALREADY_MADE"]);
        again.Data("attestTraining", "errors", 0, "on").GetString().ShouldBe("2025-12-01");
        var after = await nurse.SendAsync(List, new { year = 2025 });
        after.Data("myAttestations", 0, "careSourceProviderId").GetString().ShouldBe("100000000123");
        after.Data("trainings").EnumerateArray().Count(t => t.GetProperty("attestedAt").ValueKind != System.Text.Json.JsonValueKind.Null).ShouldBe(1);
    }

    [Fact]
    public async Task The_year_before_is_closed_and_its_missing_users_are_the_plan_s_to_ask()
    {
        var biller = await _portal.SignInAsync("demo.billing");
        var trainingId = (await biller.SendAsync(List, new { year = 2024 })).Data("trainings", 0, "training", "id").GetString();
        var closed = await biller.SendAsync(Attest, new { input = new { trainingId, name = "Bill", jobTitle = "Biller", accepted = true } });
        closed.PayloadCodes("attestTraining").ShouldBe(["TRAINING_CLOSED"]);
        closed.Data("attestTraining", "errors", 0, "lastDay").GetString().ShouldBe("2024-12-31");
        const string overdue = "{ overdueTrainings { overdue attested missing training { title year } rows { accountName userName } } }";
        var data = await _portal.SignInStaffAsync(StaffRole.ProviderData);
        var report = (await data.SendAsync(overdue)).Data("overdueTrainings", 0);
        report.GetProperty("training").GetProperty("year").GetInt32().ShouldBe(2024);
        report.GetProperty("missing").GetInt32().ShouldBe(report.GetProperty("rows").GetArrayLength());
        report.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("userName").GetString()).ShouldContain("demo.billing");
        (await biller.SendAsync(overdue)).ErrorCodes.ShouldBe(["FORBIDDEN"]);
        (await data.SendAsync(List)).ErrorCodes.ShouldAllBe(code => code == "FORBIDDEN");
    }

    [Fact]
    public async Task Editors_write_a_training_that_users_see_in_its_markets()
    {
        const string save = "mutation($input: SaveTrainingInput!) { saveTraining(input: $input) { training { id version dueOn } errors { __typename ... on Error { code path } } } }";
        var editor = await _portal.SignInStaffAsync(StaffRole.ContentEditor);
        var input = new { title = "Georgia care", year = 2026, url = "https://www.example.org/ga", markets = new[] { "GA" }, requiredForLobs = new[] { "MEDICAID" }, requiredForKinds = Array.Empty<string>(), state = "PUBLISHED" };
        (await editor.SendAsync(save, new { input })).Data("saveTraining", "training", "dueOn").GetString().ShouldBe("2026-12-31");
        (await editor.SendAsync(save, new { input = input with { title = "<b>x</b>" } })).PayloadCodes("saveTraining").ShouldBe(["CONTENT_UNSAFE_MARKUP"]);
        (await (await _portal.SignInAsync("demo.admin")).SendAsync(List, new { year = 2026 })).Data("trainings").GetArrayLength().ShouldBe(0);
        var georgia = await _portal.SignInAsync("demo.admin", Domain.Platform.Market.GA);
        (await georgia.SendAsync(List, new { year = 2026 })).Data("trainings").GetArrayLength().ShouldBe(1);
        (await editor.SendAsync("{ trainingCatalogue { title state requiredForLobs } }")).Data("trainingCatalogue").GetArrayLength().ShouldBeGreaterThanOrEqualTo(4);
        (await georgia.SendAsync(save, new { input })).PayloadCodes("saveTraining").ShouldBe(["FORBIDDEN"]);
    }
}
