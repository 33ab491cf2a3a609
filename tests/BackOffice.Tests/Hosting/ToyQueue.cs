using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Hosting;

/// <summary>A queue that only this test program knows: registered in one line, it must get everything that a queue has.</summary>
internal static class ToyQueue
{
    public const string Key = "Q-TOY";
    public const string Page = "/staff/toys";

    public static readonly WorkQueue Registered = new(Key, "Toys", Page, Permission.StaffCobWork, new(2, SlaUnit.BusinessDays));

    /// <summary>A member of staff with these roles, who can sign in.</summary>
    public static async Task<User> HireAsync(this BackOfficeHost host, string username, params StaffRole[] roles)
    {
        await using var scope = host.Scope(Actor.System("test"));
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var write = await db.BeginWriteAsync(default);
        var user = (await scope.ServiceProvider.GetRequiredService<UserDesk>().AddAsync(
            new(username, StaffPlan.Password, $"{username}@plan.example", username, UserKind.Staff, EmailVerified: true, IsDemo: true))).Value!;
        foreach (var role in roles) user.Grant(role, null, host.Clock.GetUtcNow());
        await write.CommitAsync(default);
        return user;
    }

    /// <summary>Puts an item about a record of its own into a queue, as a capability does.</summary>
    public static async Task<WorkItem> OpenAsync(this BackOfficeHost host, string queue, string number, Market market = Market.OH, long? account = null)
    {
        await using var scope = host.Scope(Actor.System("test"));
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await using var write = await db.BeginWriteAsync(default);
        var subject = new Portal.Graph.Domain.Platform.Contacts.ContactText { Key = $"toy.{number}", Value = "a record" };
        db.Add(subject);
        var item = await scope.ServiceProvider.GetRequiredService<WorkIntake>().OpenAsync(queue, subject, new(market, "A new toy", number, Lob.Medicaid, account), default);
        await write.CommitAsync(default);
        return item;
    }
}
