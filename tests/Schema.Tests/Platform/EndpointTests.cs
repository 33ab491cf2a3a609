using Portal.Graph.Schema.Tests.Claims;

namespace Portal.Graph.Schema.Tests.Platform;

public sealed class EndpointTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private readonly TestPortal _portal = demo.Portal;

    [Fact, Requirement("PLT-12")]
    public async Task A_document_deeper_than_fifteen_is_too_complex()
    {
        string Depth(int depth) => $"{{ member(id: \"{_portal.IdOf("Member", 1)}\") {{ {string.Concat(Enumerable.Repeat("subscriber { ", depth - 2))}firstName{string.Concat(Enumerable.Repeat(" }", depth - 2))} }} }}";
        var client = await _portal.SignInAsync("demo.admin");
        (await client.SendAsync(Depth(15))).ErrorCodes.ShouldBeEmpty();
        (await client.SendAsync(Depth(16))).ErrorCodes.ShouldBe(["QUERY_TOO_COMPLEX"]);
    }

    [Fact, Requirement("PLT-12")]
    public async Task A_document_that_costs_more_than_5000_points_is_too_complex()
    {
        // One point for the list, one for each claim's lines, one for each of the aliases.
        static string Cost(int first, int fields) =>
            $"{{ claims(first: {first}, where: {{ receivedDates: {{ from: \"2025-10-01\" }} }}) {{ nodes {{ {string.Concat(Enumerable.Range(0, fields).Select(i => $"a{i}: lines {{ no }} "))} }} }} }}";
        var client = await _portal.SignInAsync("demo.admin");
        (await client.SendAsync(Cost(200, 23))).ErrorCodes.ShouldBeEmpty();
        (await client.SendAsync(Cost(200, 26))).ErrorCodes.ShouldBe(["QUERY_TOO_COMPLEX"]);
    }

    [Fact, Requirement("PLT-14")]
    public async Task A_refusal_has_code_message_path_and_the_other_path()
    {
        var biller = await Biller.SignInAsync(_portal);
        var form = biller.Form("2025-11-24");
        form["renderingNpi"] = "1234567890";
        var error = (await biller.SubmitAsync(form)).Data("submitClaim", "errors", 0);
        error.GetProperty("code").GetString().ShouldBe("INVALID_NPI");
        error.GetProperty("__typename").GetString().ShouldBe("InvalidNpiError");
        error.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        error.GetProperty("path").EnumerateArray().Select(p => p.GetString()).ShouldBe(["form", "renderingNpi"]);
        error.GetProperty("otherPath").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact, Requirement("PLT-14")]
    public async Task A_fault_tells_a_correlation_id_and_nothing_else()
    {
        await using var portal = await TestPortal.StartAsync();
        var client = await portal.SignInAsync("demo.admin");
        await ReadAuditTests.ExecuteAsync(portal, "ALTER TABLE \"ClaimDrafts\" RENAME TO \"Gone\"");
        var answer = await client.SendAsync("{ claimDrafts { totalCount } markets { code } }");
        answer.ErrorCodes.ShouldBe(["INTERNAL_ERROR"]);
        var error = answer.Root.GetProperty("errors")[0];
        error.GetProperty("message").GetString().ShouldBe("Unexpected error");
        error.GetProperty("extensions").EnumerateObject().Select(p => p.Name).ShouldBe(["code", "correlationId"], ignoreOrder: true);
        answer.Text.ShouldNotContain("no such table");
        answer.Text.ShouldNotContain("SQLite");
        answer.Data("markets").GetArrayLength().ShouldBe(6);
    }

    [Fact, Requirement("PLT-14")]
    public async Task What_the_schema_does_not_have_is_a_validation_error()
    {
        var answer = await _portal.Anonymous().SendAsync("{ members { id } }");
        answer.ErrorCodes.ShouldBe(["VALIDATION_ERROR"]);
        (await _portal.Anonymous().SendAsync("{ markets {")).ErrorCodes.ShouldNotBeEmpty();
    }

    [Fact, Requirement("PLT-19")]
    public async Task An_id_that_the_portal_did_not_give_out_is_none()
    {
        const string node = "query($id: ID!) { node(id: $id) { id } }";
        var client = await _portal.SignInAsync("demo.admin");
        var member = await client.SendAsync("{ eligibility(search: { careSourceId: \"123456789\", dateOfService: \"2025-12-01\" }) { member { id } } }");
        var id = member.Data("eligibility", 0, "member", "id").GetString()!;
        (await client.SendAsync(node, new { id })).Data("node", "id").GetString().ShouldBe(id);
        foreach (var madeUp in new[] { "TWVtYmVyOjE", (id[0] == 'A' ? 'B' : 'A') + id[1..], "1" })
            (await client.SendAsync(node, new { id = madeUp })).ErrorCodes.ShouldBe(["INVALID_ARGUMENT"], madeUp);
    }
}
