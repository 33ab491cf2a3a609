using Microsoft.Extensions.DependencyInjection;

namespace Portal.Graph.Domain.Claims;

internal static class ClaimsServices
{
    public static IServiceCollection AddClaims(this IServiceCollection services) => services
        .AddScoped<ClaimDesk>()
        .AddScoped<ClaimReviewDesk>()
        .AddScoped<ClaimViewDesk>()
        .AddScoped<ClaimReads>()
        .AddScoped<ClaimDraftReads>();
}
