using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Demo;
using Portal.Graph.Schema.Tests.Claims;
using Portal.GraphQL.Types;

namespace Portal.Graph.Schema.Tests.Platform;

public sealed class CommonErrorsTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    // Section 0.1: what a client of any mutation must be ready for.
    private static readonly string[] Common =
    [
        "NotSignedInError", "ForbiddenError", "NotFoundError", "RequiredFieldMissingError", "InvalidFormatError", "ConcurrentChangeError", "IdempotencyMismatchError",
        "RateLimitedError", "InvalidStateTransitionError", "MaintenanceModeError", "TermsNotAcceptedError", "ImpersonationReadOnlyError",
    ];

    [Fact, Requirement("PLT-14")]
    public void Every_mutation_may_answer_with_the_common_errors()
    {
        var schema = demo.Portal.Services.GetRequiredService<GraphQL.Types.Schema>();
        foreach (var mutation in schema.Mutation!.Fields)
        {
            var errors = ((ObjectType)mutation.Type.Named).Fields.Find("errors").ShouldNotBeNull(mutation.Name).Type.Named.ShouldBeOfType<UnionType>();
            Common.Except(errors.Members.Select(m => m.Name)).ShouldBeEmpty(mutation.Name);
        }
    }

    [Fact, Requirement("CLM-02")]
    public async Task A_suspended_provider_starts_no_claim()
    {
        await using var portal = await TestPortal.StartAsync();
        var biller = await Biller.SignInAsync(portal);
        var draft = await biller.KeyAsync(biller.Form("2025-11-03"));
        await portal.WriteAsync(async (db, _) =>
        {
            var practice = await db.Set<ProviderAccount>().SingleAsync(a => a.CareSourceProviderId == DemoCast.PracticeProviderId);
            practice.Suspend().ShouldBeNull();
            return practice;
        });
        (await biller.SubmitAsync(draft, "suspended-1")).PayloadCodes("submitClaim").ShouldBe(["PROVIDER_NOT_ACTIVE"]);
        var answer = await biller.Client.SendAsync(
            "mutation { createClaimDraft(input: { type: HCFA }) { errors { ... on ProviderNotActiveError { code providerName } } } }");
        answer.Data("createClaimDraft", "errors", 0, "providerName").GetString().ShouldBe(DemoCast.PracticeName);
    }
}
