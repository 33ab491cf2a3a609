using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Portal.GraphQL.Fetching;

public static class LoaderRegistration
{
    /// <summary>Registers a loader for the request; it is taken by its own type.</summary>
    public static IServiceCollection AddDataLoader<TLoader>(this IServiceCollection services) where TLoader : DataLoader =>
        services.AddDataLoader(typeof(TLoader));

    /// <summary>Registers every loader that the assembly declares.</summary>
    public static IServiceCollection AddDataLoaders(this IServiceCollection services, Assembly assembly)
    {
        foreach (var type in assembly.GetTypes())
            if (type is { IsAbstract: false, IsGenericTypeDefinition: false } && type.IsSubclassOf(typeof(DataLoader)))
                services.AddDataLoader(type);
        return services;
    }

    private static IServiceCollection AddDataLoader(this IServiceCollection services, Type loader)
    {
        services.TryAddScoped<LoaderDispatcher>();
        services.TryAddScoped(loader);
        return services;
    }
}
