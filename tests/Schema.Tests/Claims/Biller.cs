using System.Text.Json;
using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Schema.Tests.Claims;

/// <summary>A draft as its keyer knows it.</summary>
internal sealed record Keyed(string Id, int Version);

/// <summary>Someone of a practice who keys claims, with the documents a front end would send.</summary>
internal sealed class Biller(ApiClient client, string accountId, string npi, string taxId)
{
    private const string Errors = "errors { ... on Error { code message path } }";
    private const string SubmitErrors = "errors { __typename ... on Error { code message path otherPath { kind label } } ... on RequiredFieldMissingError { label box } ... on ClaimDuplicateError { claimNumber } ... on TimelyFilingExpiredError { lastDay } }";

    public ApiClient Client { get; } = client;
    public string AccountId { get; } = accountId;
    public string Npi { get; } = npi;

    public static async Task<Biller> SignInAsync(TestPortal portal, string username = "demo.billing", string taxId = DemoCast.PracticeTaxId, Market market = Market.OH)
    {
        var client = await portal.SignInAsync(username, market);
        var account = (await client.SendAsync("{ viewer { accounts { id npi } } }")).Data("viewer", "accounts", 0);
        return new(client, account.GetProperty("id").GetString()!, account.GetProperty("npi").GetString()!, taxId);
    }

    public static Task<Biller> OtherAsync(TestPortal portal) => SignInAsync(portal, "other.admin", DemoCast.OtherPracticeTaxId);

    /// <summary>A complete form for one service on the date; change what the test is about.</summary>
    public Dictionary<string, object?> Form(string date, decimal charge = 120.50m, string memberId = DemoCast.Subscriber) => new()
    {
        ["memberId"] = memberId, ["patientLastName"] = "Rivera", ["patientFirstName"] = "Anna", ["patientBirthDate"] = "1984-01-15",
        ["patientSex"] = "FEMALE", ["insuredName"] = "Rivera, Anna", ["relation"] = "SELF", ["otherInsurance"] = false,
        ["diagnoses"] = new[] { "E11.9", "I10" },
        ["lines"] = new[] { new { from = date, to = date, placeOfService = "11", code = "G0439", diagnosisPointer = "AB", charge, units = 1 } },
        ["renderingNpi"] = Npi, ["taxId"] = taxId, ["patientAccountNumber"] = "PA-20417", ["acceptAssignment"] = true, ["totalCharge"] = charge,
        ["billingNpi"] = Npi,
    };

    public async Task<Keyed> StartAsync()
    {
        var answer = await Client.SendAsync(
            $"mutation($provider: ID) {{ createClaimDraft(input: {{ type: HCFA, providerId: $provider }}) {{ draft {{ id version }} {Errors} }} }}", new { provider = AccountId });
        return Draft(answer, "createClaimDraft");
    }

    public Task<ApiAnswer> SaveAsync(Keyed draft, Dictionary<string, object?> form) => Client.SendAsync(
        $"mutation($id: ID!, $version: Int!, $form: ClaimFormInput!) {{ saveClaimDraft(input: {{ id: $id, version: $version, form: $form }}) {{ draft {{ id version }} {Errors} }} }}",
        new { id = draft.Id, version = draft.Version, form });

    public Task<ApiAnswer> SubmitAsync(Keyed draft, string requestId) => Client.SendAsync(
        $"mutation($id: ID!, $version: Int!, $request: ID!) {{ submitClaim(input: {{ draftId: $id, version: $version, clientRequestId: $request }}) {{ claim {{ id number state status version }} {SubmitErrors} }} }}",
        new { id = draft.Id, version = draft.Version, request = requestId });

    /// <summary>A draft with this form.</summary>
    public async Task<Keyed> KeyAsync(Dictionary<string, object?> form) => Draft(await SaveAsync(await StartAsync(), form), "saveClaimDraft");

    /// <summary>Keys and submits.</summary>
    public async Task<ApiAnswer> SubmitAsync(Dictionary<string, object?> form) => await SubmitAsync(await KeyAsync(form), Guid.NewGuid().ToString());

    /// <summary>The claim that the accepted form became.</summary>
    public async Task<JsonElement> ClaimAsync(Dictionary<string, object?> form)
    {
        var answer = await SubmitAsync(form);
        answer.PayloadCodes("submitClaim").ShouldBeEmpty(answer.Text);
        return answer.Data("submitClaim", "claim");
    }

    public static Keyed Draft(ApiAnswer answer, string mutation)
    {
        answer.PayloadCodes(mutation).ShouldBeEmpty(answer.Text);
        var draft = answer.Data(mutation, "draft");
        return new(draft.GetProperty("id").GetString()!, draft.GetProperty("version").GetInt32());
    }
}
