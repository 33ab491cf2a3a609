using System.Text.RegularExpressions;

namespace Portal.GraphQL.Execution;

/// <summary>Makes a GraphQL error of an error object: its <c>Message</c> and <c>Code</c> where it has such properties, else its type's name.</summary>
public sealed partial class DefaultErrorMapper : IErrorMapper
{
    public GraphQLError ToGraphQLError(object error)
    {
        if (error is GraphQLError already)
            return already;
        var type = error.GetType();
        var name = type.Name.EndsWith("Error", StringComparison.Ordinal) && type.Name.Length > 5 ? type.Name[..^5] : type.Name;
        return new GraphQLError(
            Text("Message") ?? Words().Replace(name, " $1").Trim() + ".",
            Text("Code") ?? Words().Replace(name, "_$1").TrimStart('_').ToUpperInvariant());

        string? Text(string property) => type.GetProperty(property)?.GetValue(error) as string;
    }

    [GeneratedRegex("(?<=[a-z0-9])([A-Z])")]
    private static partial Regex Words();
}
