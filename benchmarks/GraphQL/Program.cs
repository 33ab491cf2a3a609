using Portal.GraphQL.Comparison.ByHand;
using Portal.GraphQL.Comparison.Host;
using Portal.GraphQL.Comparison.Running;

// Without a verb: the comparison. graphql and by-hand are two of its servers, which it starts itself.
switch (args)
{
    case ["graphql", var directory, var url]: return await GraphQLServer.RunAsync(directory, url);
    case ["by-hand", var directory, var url]: return await ByHandServer.RunAsync(directory, url);
    case var rest when Settings.Of(rest) is { } settings: return await ComparisonRun.RunAsync(settings);
    default:
        Console.Error.WriteLine(Settings.Usage);
        return 2;
}
