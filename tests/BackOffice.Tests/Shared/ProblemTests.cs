using System.Net;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Shared;

[Collection(OneHost.Name)]
public sealed class ProblemTests(BackOfficeHost host)
{
    [Fact]
    public async Task An_unknown_address_is_a_page_of_the_house()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var answer = await ana.GetAsync("/staff/nowhere");
        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Heading.ShouldBe("There is no such page or record");
        answer.Document.QuerySelector("nav[aria-label=Main]").ShouldNotBeNull();
    }

    [Fact, Requirement("PLT-14", "PLT-17")]
    public async Task A_fault_shows_its_number_and_nothing_else()
    {
        using var ana = await host.SignedInAsync(StaffPlan.Analyst);
        var answer = await ana.GetAsync("/staff/fault");
        answer.Status.ShouldBe(HttpStatusCode.InternalServerError);
        answer.Heading.ShouldBe("Something went wrong on our side");
        answer.Document.QuerySelector(".problem .mono")!.TextContent.ShouldNotBeEmpty();
        answer.Document.DocumentElement.OuterHtml.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Other_parts_of_the_host_keep_their_own_answers()
    {
        using var client = host.Client();
        var answer = await client.GetAsync("/elsewhere");
        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }
}
