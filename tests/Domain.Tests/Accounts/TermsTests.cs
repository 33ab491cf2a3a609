using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Terms;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts;

[Requirement("ACC-03")]
public class TermsTests
{
    private static readonly Actor Editor = new() { Kind = ActorKind.Staff, UserId = 1, Name = "editor", Permissions = [Permission.StaffContentEdit] };

    [Fact]
    public async Task A_new_version_is_forced_at_the_next_sign_in_and_open_sessions_go_on()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH));
        var from = database.Clock.GetUtcNow().AddMinutes(10);
        await PublishAsync(database, "2026-1", from);
        var before = (await database.SignInAsync("jane.doe")).Value!;
        database.Clock.Advance(TimeSpan.FromMinutes(10));

        (await database.ActorAsync(before.AccessToken)).Value!.TermsDue.ShouldBeNull();
        var after = (await database.SignInAsync("jane.doe")).Value!;
        var actor = (await database.ActorAsync(after.AccessToken)).Value!;
        actor.TermsDue.ShouldBe("2026-1");
        actor.Has(Permission.ClaimsRead).ShouldBeFalse();
        actor.Lacks(Permission.ClaimsRead).ShouldBeOfType<TermsNotAccepted>().TermsVersion.ShouldBe("2026-1");

        (await AcceptAsync(database, actor, "2025-1")).Refusal<TermsNotAccepted, User>();
        (await AcceptAsync(database, actor, "2026-1")).Succeeded.ShouldBeTrue();
        (await AcceptAsync(database, actor, "2026-1")).Succeeded.ShouldBeTrue();

        var now = (await database.ActorAsync(after.AccessToken)).Value!;
        now.TermsDue.ShouldBeNull();
        now.Has(Permission.ClaimsRead).ShouldBeTrue();
        await using var scope = database.Scope(Actor.Anonymous);
        (await scope.Db.Set<TermsAcceptance>().CountAsync(a => a.UserId == now.UserId)).ShouldBe(2);
    }

    [Fact]
    public async Task Accepting_a_later_version_covers_the_one_that_was_asked_for()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH), acceptTerms: false);
        var session = (await database.SignInAsync("jane.doe")).Value!;
        var actor = (await database.ActorAsync(session.AccessToken)).Value!;
        actor.TermsDue.ShouldBe("2025-1");
        await PublishAsync(database, "2026-1", database.Clock.GetUtcNow());
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        (await AcceptAsync(database, actor, "2026-1")).Succeeded.ShouldBeTrue();
        (await database.ActorAsync(session.AccessToken)).Value!.TermsDue.ShouldBeNull();
    }

    [Fact]
    public async Task A_version_can_come_into_force_at_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Clock.Step = TimeSpan.FromMicroseconds(10);
        await using var editor = database.Scope(Editor);
        (await editor.Get<TermsDesk>().PublishAsync("2025-2", "New.", null, default)).Succeeded.ShouldBeTrue();
        (await editor.Get<TermsReads>().CurrentAsync(default)).Version.ShouldBe("2025-2");
    }

    [Fact]
    public async Task A_version_is_published_by_content_editors_for_now_or_later_under_a_new_name()
    {
        await using var database = await TestDatabase.CreateAsync();
        var now = database.Clock.GetUtcNow();
        await using var scope = database.Scope(Editor with { Permissions = [] });
        (await scope.Get<TermsDesk>().PublishAsync("2026-1", "New.", now, default)).Refusal<Forbidden, TermsVersion>();
        await using var editor = database.Scope(Editor);
        var desk = editor.Get<TermsDesk>();
        (await desk.PublishAsync("2026-1", "New.", now.AddSeconds(-1), default)).Refusal<InvalidFormat, TermsVersion>().Path.ShouldBe(["activeFrom"]);
        (await desk.PublishAsync("2025-1", "New.", now, default)).Refusal<InvalidFormat, TermsVersion>().Path.ShouldBe(["version"]);
        (await desk.PublishAsync("2026-1", "New.", now, default)).Succeeded.ShouldBeTrue();
    }

    private static async Task PublishAsync(TestDatabase database, string version, DateTimeOffset from)
    {
        await using var scope = database.Scope(Editor);
        (await scope.Get<TermsDesk>().PublishAsync(version, "New terms.", from, default)).Succeeded.ShouldBeTrue();
    }

    private static async Task<Outcome<User>> AcceptAsync(TestDatabase database, Actor actor, string version)
    {
        await using var scope = database.Scope(actor);
        return await scope.Get<TermsDesk>().AcceptAsync(version, default);
    }
}
