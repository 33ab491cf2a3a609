using Microsoft.Extensions.DependencyInjection;

namespace Portal.Graph.Domain.Coverage;

internal static class CoverageServices
{
    public static IServiceCollection AddCoverage(this IServiceCollection services) => services
        .AddScoped<CoverageDesk>()
        .AddScoped<CoverageReads>()
        .AddScoped<MarketSpans>()
        .AddScoped<CoverageLookup>();
}
