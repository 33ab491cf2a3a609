using Microsoft.Extensions.Options;
using Portal.Graph.Domain.Platform.Files;
using Portal.GraphQL.Types;

namespace Portal.Graph.Host.Files;

/// <summary>The IDs of files, the same in addresses as in GraphQL.</summary>
internal sealed class FileIds(IOptions<GlobalIdOptions> options)
{
    private const string TypeName = nameof(StoredFile);
    private readonly GlobalIdCodec _codec = new(options.Value.Key);

    public string Encode(long id) => _codec.Encode(TypeName, id);

    /// <summary>Null for what was never given out.</summary>
    public long? Decode(string id) =>
        _codec.TryDecode(id, out var type, out var value) && type == TypeName && long.TryParse(value, out var key) ? key : null;
}
