using Portal.Graph.Domain.Demo;

namespace Portal.Graph.Host.Hosting;

/// <summary>In Development an empty plan is filled with made-up people, and who may sign in is printed.</summary>
internal static class DemoData
{
    public static async Task FillAsync(WebApplication app, CancellationToken ct)
    {
        if (!app.Environment.IsDevelopment()) return;
        await using var scope = app.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<DemoPlan>().FillAsync(ct);
        Console.WriteLine($"Demo plan: {report.Members} members, {report.Accounts} provider accounts, {report.Claims} claims. All made up.");
        Console.WriteLine($"Sign in with the password {DemoCast.Password} as one of:");
        Console.WriteLine($"  API    {string.Join(", ", DemoUsers.Usernames.Where(n => !IsStaff(n)))}");
        Console.WriteLine($"  /staff {string.Join(", ", DemoUsers.Usernames.Where(IsStaff))}");
    }

    private static bool IsStaff(string username) => username.StartsWith("staff.", StringComparison.Ordinal);
}
