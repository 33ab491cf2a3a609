using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Tests.Claims;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Platform;

/// <summary>A window from 15:00 to 16:00 on the test Monday; the clock stands at its beginning.</summary>
public sealed class MaintenanceTests : IAsyncLifetime
{
    private static readonly string[] OpenToAll = ["signIn", "staffSignIn", "refreshSession", "signOut", "endImpersonation"];
    private TestPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await TestPortal.StartAsync(
        settings: ["--Maintenance:From=2025-12-01T15:00:00Z", "--Maintenance:Until=2025-12-01T16:00:00Z"]);

    public Task DisposeAsync() => _portal.DisposeAsync().AsTask();

    [Fact, Requirement("ACC-21")]
    public async Task Every_mutation_but_sign_in_and_out_answers_when_the_window_ends()
    {
        // Both kinds of callers: what one may not do at all, the other may.
        var (admin, analyst) = (await _portal.SignInAsync("demo.admin"), await _portal.SignInStaffAsync(StaffRole.ClaimsAnalyst));
        var schema = _portal.Services.GetRequiredService<GraphQL.Types.Schema>();
        var mutations = schema.Mutation!.Fields.Where(f => !OpenToAll.Contains(f.Name) && !f.Name.StartsWith("__")).ToList();
        mutations.Count.ShouldBeGreaterThanOrEqualTo(14);
        var samples = Samples;
        foreach (var mutation in mutations)
        {
            var call = $"mutation($input: {Naming(mutation.Name)}Input!) {{ {mutation.Name}(input: $input) {{ errors {{ ... on MaintenanceModeError {{ code until message }} ... on Error {{ code }} }} }} }}";
            var input = samples[mutation.Name];
            var answers = new[] { await admin.SendAsync(call, new { input }), await analyst.SendAsync(call, new { input }) };
            var closed = answers.FirstOrDefault(a => a.PayloadCodes(mutation.Name).SequenceEqual(["MAINTENANCE_MODE"])).ShouldNotBeNull($"{mutation.Name}: {answers[0].Text} {answers[1].Text}");
            closed.Data(mutation.Name, "errors", 0, "until").GetDateTimeOffset().ShouldBe(new(2025, 12, 1, 16, 0, 0, TimeSpan.Zero));
        }
    }

    [Fact, Requirement("ACC-21")]
    public async Task Reading_goes_on_and_changes_too_once_the_window_is_over()
    {
        var biller = await Biller.SignInAsync(_portal);
        (await biller.Client.SendAsync("{ eligibility(search: { careSourceId: \"123456789\", dateOfService: \"2025-12-01\" }) { verdict { status } } viewer { maintenance { until } } }")).ErrorCodes.ShouldBeEmpty();
        _portal.Clock.Set(new(2025, 12, 1, 15, 59, 59, TimeSpan.Zero));
        biller = await Biller.SignInAsync(_portal);
        const string create = "mutation { createClaimDraft(input: { type: HCFA }) { draft { id } errors { ... on Error { code } } } }";
        (await biller.Client.SendAsync(create)).PayloadCodes("createClaimDraft").ShouldBe(["MAINTENANCE_MODE"]);
        (await biller.Client.SendAsync("{ claimDrafts { nodes { id } } }")).ErrorCodes.ShouldBeEmpty();
        _portal.Clock.Set(new(2025, 12, 1, 16, 0, 0, TimeSpan.Zero));
        (await biller.Client.SendAsync(create)).PayloadCodes("createClaimDraft").ShouldBeEmpty();
        (await biller.Client.SendAsync("mutation { signOut { signedOut errors { ... on Error { code } } } }")).Data("signOut", "signedOut").GetBoolean().ShouldBeTrue();
    }

    [Fact, Requirement("ACC-21")]
    public async Task The_banner_is_shown_from_48_hours_ahead()
    {
        async Task<JsonElement> BannerAsync(DateTimeOffset now)
        {
            _portal.Clock.Set(now);
            return (await _portal.Anonymous().SendAsync("{ maintenance { from until text } }")).Data("maintenance");
        }
        (await BannerAsync(new(2025, 11, 29, 14, 59, 59, TimeSpan.Zero))).ValueKind.ShouldBe(JsonValueKind.Null);
        (await BannerAsync(new(2025, 11, 29, 15, 0, 0, TimeSpan.Zero))).GetProperty("until").GetString().ShouldBe("2025-12-01T16:00:00Z");
        (await BannerAsync(new(2025, 12, 1, 16, 0, 0, TimeSpan.Zero))).ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static string Naming(string field) => char.ToUpperInvariant(field[0]) + field[1..];

    private Dictionary<string, object> Samples => new()
    {
        ["verifyRegistration"] = new { providerName = "Blue River", taxId = "123456789", careSourceProviderId = "100000000123", zip = "45401" },
        ["createAccount"] = new { registrationToken = "t", termsVersion = "2025-1", accepted = true, username = "jane.doe", password = "p", displayName = "Jane", email = "jane@example.org" },
        ["verifyEmail"] = new { token = "t" },
        ["requestEmailVerification"] = new { username = "jane.doe" },
        ["requestPasswordReset"] = new { username = "jane.doe" },
        ["resetPassword"] = new { token = "t", newPassword = "p" },
        ["acceptTerms"] = new { version = "2025-1" },
        ["startSecondFactor"] = new { },
        ["setUpSecondFactor"] = new { code = "000000" },
        ["removeSecondFactor"] = new { code = "000000" },
        ["approvePendingUser"] = new { userId = Id("User"), preset = "BILLING" },
        ["inviteUser"] = new { name = "Jane Doe", username = "jane.doe", email = "jane@example.org", permissions = new[] { "claims.read" } },
        ["linkAccount"] = new { providerName = "Blue River", taxId = "123456789", careSourceProviderId = "100000000123", zip = "45401" },
        ["unlinkAccount"] = new { linkId = Id("AccountLink") },
        ["updateMyAccount"] = new { name = "Jane Doe" },
        ["changePassword"] = new { oldPassword = "p", newPassword = "q" },
        ["createApiToken"] = new { name = "Claims export", permissions = new[] { "claims.read" }, expiresAt = "2026-01-01T00:00:00Z" },
        ["revokeApiToken"] = new { id = Id("ApiToken") },
        ["startImpersonation"] = new { userId = Id("User"), ticket = "T-1", reason = "Cannot find a claim" },
        ["inviteStaffUser"] = new { name = "Jane Doe", username = "staff.jane", email = "jane@example.org" },
        ["resendStaffInvitation"] = new { userId = Id("User") },
        ["resetSecondFactor"] = new { userId = Id("User"), reason = "Called back" },
        ["grantStaffRole"] = new { userId = Id("User"), role = "AUDITOR" },
        ["revokeStaffRole"] = new { userId = Id("User"), role = "AUDITOR" },
        ["decideStaffRole"] = new { requestId = Id("StaffRoleRequest"), approve = true },
        ["setStaffUserState"] = new { userId = Id("User"), state = "DISABLED", reason = "left" },
        ["setPortalUserState"] = new { userId = Id("User"), state = "DISABLED", reason = "left" },
        ["unlockUser"] = new { userId = Id("User") },
        ["resendInvite"] = new { userId = Id("User") },
        ["acceptInvite"] = new { token = "t", password = "p" },
        ["updateUserPermissions"] = new { userId = Id("User"), version = 1, permissions = new[] { "claims.read" } },
        ["setUserState"] = new { userId = Id("User"), state = "DISABLED" },
        ["unlockRegistration"] = new { workItemId = Id("WorkItem"), decision = "HELPED", reason = "called" },
        ["switchMarket"] = new { market = "GA" },
        ["setClaimDetailView"] = new { view = "TABLE" },
        ["createClaimDraft"] = new { type = "HCFA" },
        ["saveClaimDraft"] = new { id = Id("ClaimDraft"), version = 1, form = new { memberId = "1" } },
        ["discardClaimDraft"] = new { id = Id("ClaimDraft"), version = 1 },
        ["submitClaim"] = new { draftId = Id("ClaimDraft"), version = 1, clientRequestId = "m-1" },
        ["pendClaim"] = new { id = Id("Claim"), version = 1, reason = "REVIEW" },
        ["resumeClaim"] = new { id = Id("Claim"), version = 1 },
        ["postAdjudication"] = new { id = Id("Claim"), version = 1, result = new { paid = 0, lines = Array.Empty<object>(), reasons = Array.Empty<object>() } },
        ["claimWorkItem"] = new { id = Id("WorkItem") },
        ["releaseWorkItem"] = new { id = Id("WorkItem"), version = 1 },
        ["completeWorkItem"] = new { id = Id("WorkItem"), version = 1 },
        ["claimNextWorkItem"] = new { queue = "Q-CLAIM-PEND" },
        ["assignWorkItem"] = new { id = Id("WorkItem"), assigneeId = Id("User"), version = 1 },
        ["prioritizeWorkItem"] = new { id = Id("WorkItem"), priority = 1, version = 1 },
        ["requestInformation"] = new { subjectNumber = "C1", text = "Which?", dueInDays = 14 },
        ["recordInformation"] = new { id = Id("WorkItem"), answer = "This one", version = 1 },
        ["withdrawInformationRequest"] = new { id = Id("WorkItem"), version = 1 },
        ["answerInformationRequest"] = new { subjectNumber = "C1", text = "This one", clientRequestId = "m-2" },
        ["reopenWorkItem"] = new { id = Id("WorkItem"), version = 1 },
        ["savePolicySetting"] = new { key = "dispute.days", from = "2026-01-01", value = "60", source = "Contract" },
        ["approvePolicySetting"] = new { id = Id("PolicySetting"), version = 1 },
        ["endPolicySetting"] = new { id = Id("PolicySetting"), version = 1, lastDay = "2026-01-01" },
        ["withdrawPolicySetting"] = new { id = Id("PolicySetting"), version = 1 },
        ["saveTemplate"] = new { key = "L-REG-WELCOME", title = "Welcome", body = "Dear {{name}}" },
        ["approveTemplate"] = new { id = Id("LetterTemplate"), version = 1 },
        ["retireTemplate"] = new { id = Id("LetterTemplate"), version = 1 },
        ["createLetter"] = new { template = "L-FREE", providerId = Id("ProviderAccount"), fields = Array.Empty<object>(), clientRequestId = "l-1" },
        ["supersedeLetter"] = new { id = Id("Letter"), version = 1, fields = Array.Empty<object>() },
        ["retryLetter"] = new { id = Id("Letter"), version = 1 },
        ["resendLetter"] = new { id = Id("Letter") },
        ["addHoliday"] = new { market = "NV", date = "2026-10-30", name = "Nevada Day" },
        ["removeHoliday"] = new { id = Id("Holiday") },
        ["startUpload"] = new { name = "chart.pdf", size = 1 },
        ["completeUpload"] = new { uploadId = "none" },
        ["attestTraining"] = new { trainingId = Id("Training"), name = "Jane Doe", jobTitle = "Nurse", accepted = true },
        ["saveTraining"] = new { title = "Model of Care", year = 2026, url = "https://www.example.org/", markets = Array.Empty<string>(), requiredForLobs = Array.Empty<string>(), requiredForKinds = Array.Empty<string>(), state = "HIDDEN" },
        ["submitSurvey"] = new { surveyId = Id("Survey"), answers = Array.Empty<object>() },
        ["dismissSurvey"] = new { surveyId = Id("Survey") },
        ["saveSurvey"] = new { title = "Survey", opensOn = "2026-01-01", closesOn = "2026-01-31", markets = Array.Empty<string>(), state = "HIDDEN", questions = Array.Empty<object>() },
        ["fileGrievance"] = new { category = "PORTAL", narrative = "Slow.", clientRequestId = "g-1" },
        ["decideGrievance"] = new { id = Id("Grievance"), version = 1, decision = "ACKNOWLEDGE" },
        ["saveFeeSchedule"] = new { name = "Prices", market = "OH", lob = "MARKETPLACE", state = "HIDDEN" },
        ["saveHomeTile"] = new { key = "claims", label = "Claims", pageKey = "claims.information", permissions = new[] { "claims.read" }, position = 1, state = "PUBLISHED" },
        ["saveContentLink"] = new { key = "tools.forms", group = "TOOLS", label = "Forms", url = "https://www.example.org/", position = 1, state = "PUBLISHED" },
        ["saveResource"] = new { title = "Guide", section = "Guides", kind = "DOCUMENT", markets = Array.Empty<string>(), position = 1, status = "HIDDEN" },
        ["runJob"] = new { name = "jobs.prune" },
        ["retryOutboxTask"] = new { id = Id("OutboxTask") },
        ["discardOutboxTask"] = new { id = Id("OutboxTask") },
        ["addWorkNote"] = new { id = Id("WorkItem"), text = "Note" },
    };

    private string Id(string type) => _portal.IdOf(type, 1);
}
