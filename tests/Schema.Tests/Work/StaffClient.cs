using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Schema.Tests.Work;

/// <summary>Staff at the API: a session of their own sign-in, with a bearer token for it.</summary>
internal static class StaffClient
{
    public static async Task<ApiClient> SignInStaffAsync(this TestPortal portal, StaffRole role) => await portal.SignInStaffAsync(DemoUsers.StaffName(role));

    public static async Task<ApiClient> SignInStaffAsync(this TestPortal portal, string username)
    {
        var session = await portal.AsAsync(Actor.Anonymous, async services =>
            (await services.GetRequiredService<StaffSignInDesk>().SignInAsync(username, DemoCast.Password, null, null, default)).Value.ShouldNotBeNull());
        var token = portal.Services.GetRequiredService<TokenIssuer>().Issue(session.UserId, session.SessionId, null).Token;
        return new(new HttpClient { BaseAddress = portal.Address }, token);
    }

    /// <summary>One more of a role.</summary>
    public static async Task<ApiClient> HireAsync(this TestPortal portal, string username, params StaffRole[] roles)
    {
        await portal.AsAsync(Actor.System("test data"), async services =>
        {
            var db = services.GetRequiredService<Domain.Platform.Storage.PortalDb>();
            await using var write = await db.BeginWriteAsync(default);
            var user = (await services.GetRequiredService<UserDesk>().AddAsync(
                new(username, DemoCast.Password, $"{username}@example.org", username, UserKind.Staff, EmailVerified: true, IsDemo: true))).Value.ShouldNotBeNull();
            foreach (var role in roles) user.Grant(role, null, portal.Clock.GetUtcNow());
            await write.CommitAsync(default);
            return user;
        });
        return await portal.SignInStaffAsync(username);
    }
}
