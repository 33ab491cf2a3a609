using System.CommandLine;
using Portal.Graph.Domain.Accounts.Staff;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Host.Hosting;

namespace Portal.Graph.Host.Verbs;

internal static class StaffVerb
{
    public static Command Create() => new("staff", "Makes the first staff users.") { Found() };

    private static Command Found()
    {
        var username = new Argument<string>("username") { Description = "6 to 64 letters, digits or . - _ @ +" };
        var name = new Option<string>("--name") { Description = "The person's name.", Required = true };
        var email = new Option<string>("--email") { Description = "Where the invitation is mailed.", Required = true };
        var command = new Command("found", "Invites a system administrator; only until two of them can sign in. Prints the link of the invitation.") { username, name, email }.Configurable();
        command.SetAction(async (parsed, ct) =>
        {
            await using var app = PortalHost.Build(parsed.Configuration());
            await PortalHost.MigrateAsync(app, ct);
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ActorScope>().Set(Actor.System("staff verb"));
            var desk = scope.ServiceProvider.GetRequiredService<FoundingDesk>();
            if (await desk.IsDoneAsync(ct))
            {
                Console.Error.WriteLine("Two system administrators can sign in already. They invite staff at /staff/users and grant roles there.");
                return 1;
            }
            var made = await desk.AddAsync(parsed.GetValue(name)!, parsed.GetValue(username)!, parsed.GetValue(email)!, ct);
            foreach (var refusal in made.Refusals) Console.Error.WriteLine(refusal.Message);
            if (!made.Succeeded) return 1;
            Console.WriteLine($"{made.Value.User.UserName} is invited as system administrator. A serving process mails the invitation; its link, good once and for 7 days:");
            Console.WriteLine(made.Value.Link);
            return 0;
        });
        return command;
    }
}
