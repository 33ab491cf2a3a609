using Portal.Graph.Domain.Demo;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Work.Timekeeping;

namespace Portal.Graph.Host.Hosting;

/// <summary>Fills an empty plan with made-up people, in Development or when it is asked for, and prints who may sign in.</summary>
internal static class DemoData
{
    /// <returns>Whether the demo plan is there.</returns>
    public static async Task<bool> FillAsync(WebApplication app, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        // Who is nobody sees no account's records, and would take a plan that is whole for one that was cut short.
        scope.ServiceProvider.GetRequiredService<ActorScope>().Set(Actor.System("demo plan"));
        if (await scope.ServiceProvider.GetRequiredService<DemoPlan>().FillAsync(ct) is not { } report)
        {
            await Console.Error.WriteLineAsync("There are users in the database: the demo plan is made in an empty one only.");
            return false;
        }
        // The made-up past is counted at once; otherwise /staff/sla would say of it, until the night, that there was no work.
        await scope.ServiceProvider.GetRequiredService<QueueDays>().CatchUpAsync(ct);
        var mail = app.Services.GetRequiredService<MailSettings>();
        if (mail.Transport is MailTransportKind.PickupFolder) Console.WriteLine($"Mail is laid into {mail.PickupDirectory}");
        Console.WriteLine($"Demo plan: {report.Members} members, {report.Accounts} provider accounts, {report.Claims} claims. All made up.");
        Console.WriteLine($"Sign in with the password {DemoCast.Password} as one of:");
        Console.WriteLine($"  API    {string.Join(", ", DemoUsers.Usernames.Where(n => !IsStaff(n)))}");
        Console.WriteLine($"  /staff {string.Join(", ", DemoUsers.Usernames.Where(IsStaff))}");
        return true;
    }

    private static bool IsStaff(string username) => username.StartsWith("staff.", StringComparison.Ordinal);
}
