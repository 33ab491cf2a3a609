using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Schema.Tests.Claims;

namespace Portal.Graph.Schema.Tests.Platform;

[Requirement("PLT-03")]
public sealed class RefusedMutationTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private readonly TestPortal _portal = demo.Portal;

    private Task<T> AuditAsync<T>(Func<IQueryable<AuditEvent>, Task<T>> ask) =>
        _portal.AsAsync(Actor.System("test"), s => ask(s.GetRequiredService<PortalDb>().Set<AuditEvent>().AsNoTracking()));

    [Fact]
    public async Task A_refused_submission_is_on_record_with_its_codes_and_without_its_input()
    {
        var biller = await Biller.SignInAsync(_portal);
        var form = biller.Form("2025-11-03");
        form["diagnoses"] = Array.Empty<string>();
        form["patientAccountNumber"] = "SECRET-77";
        var draft = await biller.KeyAsync(form);
        var before = await AuditAsync(rows => rows.MaxAsync(e => e.Seq));
        var refused = (await biller.SubmitAsync(draft, "r-1")).PayloadCodes("submitClaim");
        refused.ShouldNotBeEmpty();
        var rows = await AuditAsync(rows => rows.Where(e => e.Seq > before && e.Outcome != AuditEvent.Done).ToListAsync());
        var row = rows.ShouldHaveSingleItem();
        (row.Action, row.Entity, row.ActorKind).ShouldBe((AuditLog.RefusedAction, "submitClaim", ActorKind.PortalUser));
        row.Outcome.ShouldBe(string.Join(' ', refused.Distinct()));
        row.ActorId.ShouldNotBeNull();
        row.CorrelationId.ShouldNotBeEmpty();
        (row.Before, row.After).ShouldBe((null, null));
    }

    [Fact]
    public async Task A_change_that_is_made_is_on_record_as_done_and_as_nothing_else()
    {
        var biller = await Biller.SignInAsync(_portal);
        var before = await AuditAsync(rows => rows.MaxAsync(e => e.Seq));
        (await biller.SubmitAsync(biller.Form("2025-11-04"))).PayloadCodes("submitClaim").ShouldBeEmpty();
        var rows = await AuditAsync(rows => rows.Where(e => e.Seq > before).ToListAsync());
        rows.ShouldAllBe(row => row.Outcome == AuditEvent.Done);
        rows.ShouldContain(row => row.Action == "claim.submitted");
        rows.Where(row => row.Action == AuditEvent.ReadAction).ShouldAllBe(row => row.Purpose == ReadPurpose.Payment);
    }

    [Fact]
    public async Task Nobody_and_those_without_the_permission_are_on_record_too()
    {
        var before = await AuditAsync(rows => rows.MaxAsync(e => e.Seq));
        const string Start = "mutation { createClaimDraft(input: { type: HCFA, providerId: null }) { draft { id } errors { ... on Error { code } } } }";
        (await _portal.Anonymous().SendAsync(Start)).Text.ShouldContain("NOT_SIGNED_IN");
        (await (await _portal.SignInAsync("demo.frontdesk")).SendAsync(Start)).Text.ShouldContain("FORBIDDEN");
        var rows = await AuditAsync(rows => rows.Where(e => e.Seq > before && e.Action == AuditLog.RefusedAction).OrderBy(e => e.Seq).ToListAsync());
        rows.Select(row => (row.Entity, row.ActorKind, row.Outcome)).ShouldBe(
        [
            ("createClaimDraft", ActorKind.Anonymous, "NOT_SIGNED_IN"), ("createClaimDraft", ActorKind.PortalUser, "FORBIDDEN"),
        ]);
    }
}
