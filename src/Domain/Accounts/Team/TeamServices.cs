using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Accounts.Impersonation;
using Portal.Graph.Domain.Accounts.Links;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Staff;
using Portal.Graph.Domain.Accounts.Tokens;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Jobs;

namespace Portal.Graph.Domain.Accounts.Team;

internal static class TeamServices
{
    /// <summary>What users do about users and about themselves.</summary>
    public static IServiceCollection AddTeam(this IServiceCollection services)
    {
        services.AddScoped<OpenSessions>().AddScoped<UserStates>().AddScoped<ManagedAccounts>().AddScoped<TeamReads>();
        services.AddScoped<TeamDesk>().AddScoped<InvitationDesk>();
        services.AddScheduledJob<IdleUsers>("accounts.idle", "Disable users who stayed away for 180 days", "0 20 3 * * ?");
        services.AddScoped<LinkDesk>().AddScoped<LinkReads>();
        services.AddScoped<TokenDesk>().AddScoped<TokenReads>().AddScoped<TokenActors>().AddSingleton<TokenRate>();
        services.AddSingleton<ImpersonationRules>().AddScoped<ImpersonationDesk>().AddScoped<ImpersonationReads>();
        services.AddScoped<StaffRoleDesk>().AddScoped<StaffUserDesk>().AddScoped<SecondFactorResetDesk>().AddScoped<FoundingDesk>().AddScoped<StaffUserReads>();
        services.AddSingleton<SecretSeal>();
        services.AddScoped<MyAccountDesk>().AddScoped<PasswordChangeDesk>();
        return services;
    }
}
