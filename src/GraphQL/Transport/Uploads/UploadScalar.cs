using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Transport.Uploads;

/// <summary>The scalar <c>Upload</c> of the multipart request specification: an input only.</summary>
/// <remarks>
/// Variables are JSON, so the transport puts a ticket where the file belongs, which this scalar takes back. A ticket is random
/// and lives as long as its request: nobody else can name the file.
/// </remarks>
public sealed class UploadScalar : ScalarType<IUpload>
{
    private readonly ConcurrentDictionary<string, IUpload> _byTicket = new(StringComparer.Ordinal);

    public UploadScalar() : base("Upload")
    {
        Description = "A file, sent as the GraphQL multipart request specification has it.";
        SpecifiedBy = "https://github.com/jaydenseric/graphql-multipart-request-spec";
    }

    public override object ParseLiteral(ValueNode literal) => throw Misplaced();

    public override object ParseJson(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && _byTicket.TryGetValue(value.GetString()!, out var upload) ? upload : throw Misplaced();

    public override void Write(IUpload value, ResultWriter writer) => throw new CoercionException("Upload is for inputs only.");

    public override ValueNode ToLiteral(object value) => throw new InvalidOperationException("An upload has no literal.");

    internal string Admit(IUpload upload)
    {
        var ticket = RandomNumberGenerator.GetHexString(32);
        _byTicket[ticket] = upload;
        return ticket;
    }

    internal void Forget(string ticket) => _byTicket.TryRemove(ticket, out _);

    private static CoercionException Misplaced() => new("Upload must be a variable, and its file a part of a multipart/form-data request.");
}
