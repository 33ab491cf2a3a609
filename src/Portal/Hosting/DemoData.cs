using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Mail;

namespace Portal.Graph.Host.Hosting;

/// <summary>In Development an empty plan is filled with made-up people, and who may sign in is printed.</summary>
internal static class DemoData
{
    public static async Task FillAsync(WebApplication app, CancellationToken ct)
    {
        if (!app.Environment.IsDevelopment()) return;
        await using var scope = app.Services.CreateAsyncScope();
        // Who is nobody sees no account's records, and would take a plan that is whole for one that was cut short.
        scope.ServiceProvider.GetRequiredService<ActorScope>().Set(Actor.System("demo plan"));
        var report = await scope.ServiceProvider.GetRequiredService<DemoPlan>().FillAsync(ct);
        var mail = app.Services.GetRequiredService<MailSettings>();
        if (mail.Transport is MailTransportKind.PickupFolder) Console.WriteLine($"Mail is laid into {mail.PickupDirectory}");
        Console.WriteLine($"Demo plan: {report.Members} members, {report.Accounts} provider accounts, {report.Claims} claims. All made up.");
        Console.WriteLine($"Sign in with the password {DemoCast.Password} as one of:");
        Console.WriteLine($"  API    {string.Join(", ", DemoUsers.Usernames.Where(n => !IsStaff(n)))}");
        Console.WriteLine($"  /staff {string.Join(", ", DemoUsers.Usernames.Where(IsStaff))}");
    }

    private static bool IsStaff(string username) => username.StartsWith("staff.", StringComparison.Ordinal);
}
