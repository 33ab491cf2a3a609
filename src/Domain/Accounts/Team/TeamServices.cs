using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Accounts.Sessions;

namespace Portal.Graph.Domain.Accounts.Team;

internal static class TeamServices
{
    /// <summary>What users do about users and about themselves.</summary>
    public static IServiceCollection AddTeam(this IServiceCollection services)
    {
        services.AddScoped<OpenSessions>().AddScoped<UserStates>().AddScoped<ManagedAccounts>().AddScoped<TeamReads>();
        services.AddScoped<TeamDesk>().AddScoped<InvitationDesk>().AddScoped<IdleUsers>();
        return services;
    }
}
