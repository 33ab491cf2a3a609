using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Building;

namespace Portal.GraphQL.Execution.Persisted;

public static class PersistedRegistration
{
    /// <summary>Lets clients send a document once and its hash from then on.</summary>
    public static GraphQLServerBuilder AddAutomaticPersistedOperations(this GraphQLServerBuilder builder, Action<PersistedOperationOptions>? configure = null)
    {
        builder.Services.Configure<ExecutionOptions>(o =>
        {
            o.Persisted.Automatic = true;
            configure?.Invoke(o.Persisted);
        });
        return builder;
    }

    /// <summary>Lets clients name documents of a folder or manifest, see <see cref="TrustedDocuments.Load"/>. A list that cannot be read fails the start.</summary>
    /// <param name="only">Whether nothing but these documents is executed.</param>
    public static GraphQLServerBuilder AddTrustedDocuments(this GraphQLServerBuilder builder, string path, bool only = false)
    {
        builder.Services.AddSingleton<IDocumentStore>(TrustedDocuments.Load(path));
        builder.Services.Configure<ExecutionOptions>(o => o.Persisted.TrustedOnly |= only);
        return builder;
    }
}
