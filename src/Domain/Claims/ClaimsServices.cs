using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Jobs;
using Portal.Graph.Domain.Platform.Outbox;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Information;

namespace Portal.Graph.Domain.Claims;

internal static class ClaimsServices
{
    public static IServiceCollection AddClaims(this IServiceCollection services) => services
        .AddSingleton<ClaimChangeFeed>().AddSingleton<IOutboxListener>(p => p.GetRequiredService<ClaimChangeFeed>())
        .AddScoped<ClaimDesk>()
        .AddScoped<ClaimReviewDesk>()
        .AddScoped<ClaimViewDesk>()
        .AddScoped<ClaimReads>()
        .AddScoped<ClaimDraftReads>()
        .AddScoped<IInformationSubject, ClaimInformation>().AddScoped<IDecidedSubject, ClaimDecided>()
        .AddScheduledJob<ClaimDraftPurge>("claims.drafts", "Discard claim drafts whose last day is over", "0 10 3 * * ?");
}
