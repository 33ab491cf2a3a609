using Microsoft.Extensions.DependencyInjection;

namespace Portal.Graph.Domain.Demo;

internal static class DemoServices
{
    public static IServiceCollection AddDemo(this IServiceCollection services) => services.AddScoped<DemoPlan>().AddScoped<DemoUsers>();
}
