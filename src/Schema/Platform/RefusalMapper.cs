using System.Text.Json;
using Portal.Graph.Domain.Platform;
using Portal.GraphQL.Execution;

namespace Portal.Graph.Schema.Platform;

/// <summary>A refused search as a GraphQL error: the refusal's code, and what to do instead, in <c>extensions</c>.</summary>
public sealed class RefusalMapper : IErrorMapper
{
    public GraphQLError ToGraphQLError(object error) => error is Refusal refusal
        ? new(refusal.Message, refusal.Code, Extensions: ExtensionsOf(refusal))
        : throw new InvalidOperationException($"{error.GetType().Name} is no refusal.");

    private static Dictionary<string, object?>? ExtensionsOf(Refusal refusal)
    {
        if (refusal is { Path: null, OtherPath: null }) return null;
        var extensions = new Dictionary<string, object?>();
        if (refusal.Path is { } path) extensions["inputPath"] = path;
        if (refusal.OtherPath is { } other) extensions["otherPath"] = Fields(other);
        return extensions;
    }

    private static Dictionary<string, object?> Fields(OtherPath other) => new()
    {
        ["kind"] = JsonNamingPolicy.SnakeCaseUpper.ConvertName(other.Kind.ToString()),
        ["label"] = other.Label,
        ["pageKey"] = other.PageKey,
        ["phone"] = other.Phone,
        ["fax"] = other.Fax,
        ["mailAddress"] = other.MailAddress,
        ["formKey"] = other.FormKey,
    };
}
