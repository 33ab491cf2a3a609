using System.Security.Cryptography;
using Portal.Graph.Domain.Platform.Storage;
using Portal.GraphQL.Paging;
using Portal.GraphQL.Types;

namespace Portal.Graph.Host.Hosting;

/// <summary>
/// The key that signs global IDs and cursors, kept beside the token keys: an ID or cursor that a client was not given is none.
/// Processes that share a database share the key directory too.
/// </summary>
internal sealed class OpaqueKey(PortalStorage storage)
{
    private const int Length = 32;
    private readonly Lazy<byte[]> _key = new(() => KeyFile.ReadOrCreate(storage, "opaque.key"));

    /// <summary>A key of its own for each use, so that a signature of one is none of another.</summary>
    public byte[] For(string use) => HKDF.Expand(HashAlgorithmName.SHA256, _key.Value, Length, System.Text.Encoding.UTF8.GetBytes(use));
}

internal static class OpaqueKeyRegistration
{
    public static IServiceCollection AddOpaqueKey(this IServiceCollection services)
    {
        services.AddSingleton<OpaqueKey>();
        services.AddOptions<GlobalIdOptions>().Configure<OpaqueKey>((options, key) => options.Key = () => key.For("global ids"));
        services.AddOptions<PagingOptions>().Configure<OpaqueKey>((options, key) => options.CursorKey = key.For("cursors"));
        return services;
    }
}
