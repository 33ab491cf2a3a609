using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Staff;
using Portal.Graph.Domain.Accounts.Team;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts.Staff;

[Requirement("ACC-23")]
public sealed class StaffRoleTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private User _ann = null!, _bob = null!, _cyd = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _ann = await Practice.StaffAsync(_database, "ann.admin", StaffRole.SystemAdmin, demo: true);
        _bob = await Practice.StaffAsync(_database, "bob.admin", StaffRole.SystemAdmin, demo: true);
        _cyd = await Practice.StaffAsync(_database, "cyd.editor", StaffRole.ContentEditor, demo: true);
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task A_role_is_felt_at_once_and_its_giver_is_in_the_trail()
    {
        (await GrantAsync(_cyd, StaffRole.PolicyAdmin)).Value.ShouldNotBeNull().Request.ShouldBeNull();
        (await ActorAsync(_cyd)).Permissions.ShouldBe([Permission.StaffContentEdit, Permission.StaffPolicyEdit], ignoreOrder: true);
        (await ChangeAsync(_cyd, StaffRole.PolicyAdmin, RoleChange.Revoke)).Succeeded.ShouldBeTrue();
        (await ActorAsync(_cyd)).Permissions.ShouldBe([Permission.StaffContentEdit]);
        (await AuditAsync("staff.roleGranted")).ShouldHaveSingleItem().ActorId.ShouldBe(_ann.Id);
        (await AuditAsync("staff.roleRevoked")).ShouldHaveSingleItem().EntityId.ShouldBe(_cyd.Id);
        (await GrantAsync(_cyd, StaffRole.ContentEditor)).Succeeded.ShouldBeTrue("it is held already");
        (await AuditAsync("staff.roleGranted")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_grants_a_role_to_themselves() =>
        (await GrantAsync(_ann, StaffRole.Auditor)).Refusal<SelfGrantForbidden, RoleChangeMade>();

    [Fact]
    public async Task A_system_administrator_needs_a_second_person_who_is_neither_who_asked_nor_whose_role_it_is()
    {
        var request = (await GrantAsync(_cyd, StaffRole.SystemAdmin)).Value.ShouldNotBeNull().Request.ShouldNotBeNull();
        (await ActorAsync(_cyd)).Has(Permission.StaffUsersManage).ShouldBeFalse();
        (await GrantAsync(_cyd, StaffRole.SystemAdmin)).Value.ShouldNotBeNull().Request.ShouldNotBeNull().Id.ShouldBe(request.Id);
        (await DecideAsync(request.Id, true, _ann)).Refusal<ApprovalByAuthorForbidden, RoleChangeMade>();
        (await DecideAsync(request.Id, true, _bob)).Succeeded.ShouldBeTrue();
        (await ActorAsync(_cyd)).Has(Permission.StaffUsersManage).ShouldBeTrue();
        (await DecideAsync(request.Id, true, _bob)).Refusal<InvalidStateTransition, RoleChangeMade>();
        (await AuditAsync("staff.roleApproved")).ShouldHaveSingleItem().ActorId.ShouldBe(_bob.Id);
        var removal = (await ChangeAsync(_cyd, StaffRole.SystemAdmin, RoleChange.Revoke)).Value.ShouldNotBeNull().Request.ShouldNotBeNull();
        (await DecideAsync(removal.Id, false, _cyd)).Refusal<SelfGrantForbidden, RoleChangeMade>();
        (await DecideAsync(removal.Id, false, _ann)).Value.ShouldNotBeNull().Request!.State.ShouldBe(RoleRequestState.Declined);
        (await ActorAsync(_cyd)).Has(Permission.StaffUsersManage).ShouldBeTrue();
    }

    [Fact]
    public async Task The_role_of_the_plan_s_programs_is_nobody_s()
    {
        var dan = await Practice.StaffAsync(_database, "dan.editor", StaffRole.ContentEditor, demo: true);
        (await GrantAsync(dan, StaffRole.CoreSystem)).Refusal<RoleNotForPeople, RoleChangeMade>().Path.ShouldBe(["role"]);
    }

    [Fact]
    public async Task Who_sees_member_data_is_no_system_administrator()
    {
        var analyst = await Practice.StaffAsync(_database, "dan.analyst", StaffRole.ClaimsAnalyst, demo: true);
        (await GrantAsync(analyst, StaffRole.SystemAdmin)).Refusal<RolesConflict, RoleChangeMade>().Held.ShouldBe([StaffRole.ClaimsAnalyst]);
        (await GrantAsync(_bob, StaffRole.ClaimsAnalyst)).Refusal<RolesConflict, RoleChangeMade>().Held.ShouldBe([StaffRole.SystemAdmin]);
        (await GrantAsync(_bob, StaffRole.ContentEditor)).Succeeded.ShouldBeTrue();
        // What was fine when it was asked for may not be when it is approved.
        var request = (await GrantAsync(_cyd, StaffRole.SystemAdmin)).Value!.Request!;
        (await GrantAsync(_cyd, StaffRole.Auditor)).Succeeded.ShouldBeTrue();
        (await DecideAsync(request.Id, true, _bob)).Refusal<RolesConflict, RoleChangeMade>();
    }

    [Fact]
    public async Task Only_who_manages_staff_users_does_and_only_to_staff()
    {
        await using var scope = _database.Scope(await ActorAsync(_cyd));
        (await scope.Get<StaffRoleDesk>().ChangeAsync(_bob.Id, StaffRole.Auditor, RoleChange.Grant, default)).Refusal<Forbidden, RoleChangeMade>();
        (await scope.Get<StaffRoleDesk>().DecideAsync(1, true, default)).Refusal<Forbidden, RoleChangeMade>();
        (await scope.Get<StaffUserReads>().Users(UserKind.Staff, new()).PageAsync(1, 10, default)).Total.ShouldBe(0);
        var jane = await Practice.UserAsync(_database, "jane.doe", Practice.Account(Market.OH));
        (await GrantAsync(jane, StaffRole.Auditor)).Refusal<NotFound, RoleChangeMade>();
    }

    [Fact]
    public async Task The_last_system_administrator_stays()
    {
        (await StateAsync(_bob, UserState.Disabled, _ann)).Succeeded.ShouldBeTrue();
        (await StateAsync(_ann, UserState.Disabled, _ann)).Refusal<SelfGrantForbidden, User>();
        var eve = await Practice.StaffAsync(_database, "eve.other", StaffRole.SystemAdmin, demo: true);
        (await StateAsync(_ann, UserState.Disabled, eve)).Succeeded.ShouldBeTrue();
        await using var scope = _database.Scope((await ActorAsync(_cyd)) with { Permissions = [Permission.StaffUsersManage] });
        (await scope.Get<StaffUserDesk>().SetStaffStateAsync(eve.Id, UserState.Disabled, "left", default)).Refusal<LastAdmin, User>();
    }

    private Task<Outcome<RoleChangeMade>> GrantAsync(User user, StaffRole role) => ChangeAsync(user, role, RoleChange.Grant);

    private async Task<Outcome<RoleChangeMade>> ChangeAsync(User user, StaffRole role, RoleChange change)
    {
        await using var scope = _database.Scope(await ActorAsync(_ann));
        return await scope.Get<StaffRoleDesk>().ChangeAsync(user.Id, role, change, default);
    }

    private async Task<Outcome<RoleChangeMade>> DecideAsync(long id, bool approve, User by)
    {
        await using var scope = _database.Scope(await ActorAsync(by));
        return await scope.Get<StaffRoleDesk>().DecideAsync(id, approve, default);
    }

    private async Task<Outcome<User>> StateAsync(User user, UserState state, User by)
    {
        await using var scope = _database.Scope(await ActorAsync(by));
        return await scope.Get<StaffUserDesk>().SetStaffStateAsync(user.Id, state, "left", default);
    }

    private async Task<Actor> ActorAsync(User user)
    {
        await using var scope = _database.Scope(Actor.Anonymous);
        return (await scope.Get<ActorFactory>().ForUserAsync(user.Id, null, null, "c-1", default)).Value.ShouldNotBeNull();
    }

    private async Task<List<AuditEvent>> AuditAsync(string action)
    {
        await using var scope = _database.Scope(Actor.Anonymous);
        return await scope.Db.Set<AuditEvent>().AsNoTracking().Where(e => e.Action == action).ToListAsync();
    }
}
