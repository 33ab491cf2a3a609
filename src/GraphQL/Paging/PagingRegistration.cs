using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Portal.GraphQL.Paging;

public static class PagingRegistration
{
    /// <summary>Registers <see cref="Pager"/>, its cursors and its options; an <see cref="IQueryExecutor"/> of the product wins over the plain one.</summary>
    public static IServiceCollection AddPaging(this IServiceCollection services)
    {
        services.AddOptions<PagingOptions>();
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<PagingOptions>>().Value);
        services.TryAddSingleton<CursorCodec>();
        services.TryAddSingleton<IQueryExecutor, PlainQueryExecutor>();
        services.TryAddScoped<Pager>();
        return services;
    }
}
