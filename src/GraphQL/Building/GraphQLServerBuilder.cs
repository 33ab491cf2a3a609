using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Fetching;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>Collects what a GraphQL server is made of; other parts of the library extend it with their own settings.</summary>
public sealed class GraphQLServerBuilder(IServiceCollection services, SchemaOptions schema)
{
    public IServiceCollection Services { get; } = services;

    internal SchemaOptions Schema { get; } = schema;

    /// <summary>Takes every annotated type and every data loader of the assemblies.</summary>
    public GraphQLServerBuilder AddTypes(params IReadOnlyList<Assembly> assemblies)
    {
        foreach (var assembly in assemblies)
        {
            if (Schema.Assemblies.Contains(assembly)) continue;
            Schema.Assemblies.Add(assembly);
            Services.AddDataLoaders(assembly);
        }
        return this;
    }

    /// <summary>Takes these annotated types.</summary>
    public GraphQLServerBuilder AddTypes(params IReadOnlyList<Type> types)
    {
        Schema.Types.AddRange(types.Where(t => !Schema.Types.Contains(t)));
        return this;
    }

    /// <summary>Adds a scalar and binds it to the CLR type it holds.</summary>
    public GraphQLServerBuilder AddScalar<TScalar>() where TScalar : ScalarType, new() => AddScalar(new TScalar());

    public GraphQLServerBuilder AddScalar(ScalarType scalar)
    {
        Schema.Scalars.RemoveAll(s => s.Name == scalar.Name);
        Schema.Scalars.Add(scalar);
        if (scalar.ClrType is { } type) Schema.Bindings[type] = scalar;
        return this;
    }

    /// <summary>Publishes a CLR type as a scalar that holds another; C# conversions between the two, numeric or its own operators, must exist.</summary>
    public GraphQLServerBuilder BindScalar<TClr, TScalar>() where TScalar : ScalarType
    {
        Schema.Bindings[typeof(TClr)] = Schema.Scalars.OfType<TScalar>().FirstOrDefault()
            ?? throw new InvalidOperationException($"Add the scalar {typeof(TScalar).Name} before binding {typeof(TClr).Name} to it.");
        return this;
    }

    /// <summary>Publishes a CLR interface or base class, which knows nothing of GraphQL, as an interface.</summary>
    public GraphQLServerBuilder AddInterfaceType<T>(string? name = null)
    {
        Schema.Interfaces[typeof(T)] = name;
        return this;
    }

    /// <summary>Publishes a CLR interface or base class, which knows nothing of GraphQL, as the union of its implementations.</summary>
    public GraphQLServerBuilder AddUnionType<T>(string? name = null)
    {
        Schema.Unions[typeof(T)] = name;
        return this;
    }

    /// <summary>Publishes <typeparamref name="T"/> as <c>interface Error</c>; errors of mutations implement it.</summary>
    public GraphQLServerBuilder AddErrorInterface<T>()
    {
        Schema.ErrorInterface = typeof(T);
        Schema.Interfaces[typeof(T)] = "Error";
        return this;
    }

    /// <summary>Gives every mutation one input and a payload of result and errors.</summary>
    public GraphQLServerBuilder AddMutationConventions(Action<MutationConventionOptions>? configure = null)
    {
        Schema.Mutations ??= new();
        configure?.Invoke(Schema.Mutations);
        return this;
    }

    /// <summary>Lets resolvers return the open generic <paramref name="result"/>, read by the open generic <paramref name="adapter"/> (a <see cref="ResultAdapter"/>) of the same argument.</summary>
    public GraphQLServerBuilder AddResultType(Type result, Type adapter)
    {
        Schema.ResultAdapters[result] = adapter;
        return this;
    }

    public GraphQLServerBuilder ModifyOptions(Action<SchemaOptions> configure)
    {
        configure(Schema);
        return this;
    }
}

public static class GraphQLServerRegistration
{
    /// <summary>Adds a GraphQL server, or goes on with the one added before. Its <see cref="Schema"/> is built when first asked for.</summary>
    public static GraphQLServerBuilder AddGraphQLServer(this IServiceCollection services)
    {
        if (services.FirstOrDefault(s => s.ServiceType == typeof(SchemaOptions))?.ImplementationInstance is SchemaOptions existing)
            return new(services, existing);
        var options = new SchemaOptions();
        services.AddSingleton(options);
        services.AddGraphQLExecution();
        services.AddSingleton(provider => SchemaBuilder.Build(options, provider));
        return new(services, options);
    }
}
