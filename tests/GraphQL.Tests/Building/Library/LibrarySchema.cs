using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Building;
using Portal.GraphQL.Fetching;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Building.Library;

/// <summary>The sample that the tests of the builder share.</summary>
public static class LibrarySchema
{
    public static ServiceProvider Services { get; } = Build(_ => { });

    public static Schema Schema => Services.GetRequiredService<Schema>();

    /// <summary>A schema of these types alone.</summary>
    public static Schema Of(params Type[] types) => Of(_ => { }, types);

    public static Schema Of(Action<GraphQLServerBuilder> configure, params Type[] types)
    {
        var services = new ServiceCollection().AddSingleton<Shelf>();
        configure(services.AddGraphQLServer().AddTypes(types));
        return services.BuildServiceProvider().GetRequiredService<Schema>();
    }

    /// <summary>What is wrong with a schema of these types.</summary>
    public static IReadOnlyList<string> ProblemsOf(params Type[] types) => Should.Throw<SchemaException>(() => Of(types)).Problems;

    /// <summary>The sample with more services.</summary>
    public static ServiceProvider Build(Action<IServiceCollection> more)
    {
        var services = new ServiceCollection().AddSingleton<Shelf>().AddDataLoader<AuthorById>()
            .AddAuthorizationCore(o => o.AddPolicy("read", p => p.RequireAuthenticatedUser()));
        more(services);
        services.AddGraphQLServer()
            .AddTypes(typeof(BookQueries), typeof(ShelfQueries), typeof(BookType), typeof(AuthorExtensions), typeof(BookSubscriptions), typeof(BookMutations))
            .AddErrorInterface<Problem>()
            .AddResultType(typeof(Answer<>), typeof(AnswerAdapter<>))
            .AddMutationConventions(o => o.CommonErrors(typeof(ForbiddenError)));
        return services.BuildServiceProvider();
    }
}
