using Microsoft.Extensions.DependencyInjection;

namespace Portal.Graph.Domain.Imports;

internal static class ImportsServices
{
    public static IServiceCollection AddImports(this IServiceCollection services) => services.AddScoped<SyntheaImport>();
}
