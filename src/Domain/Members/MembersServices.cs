using Microsoft.Extensions.DependencyInjection;

namespace Portal.Graph.Domain.Members;

internal static class MembersServices
{
    public static IServiceCollection AddMembers(this IServiceCollection services) => services
        .AddScoped<EligibilityDesk>()
        .AddScoped<MemberReads>()
        .AddScoped<MemberLookup>()
        .AddSingleton<EligibilityNotices>();
}
