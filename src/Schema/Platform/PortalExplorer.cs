using Portal.GraphQL.Transport.Explorer;

namespace Portal.Graph.Schema.Platform;

/// <summary>The explorer page of the portal: examples for analysts, and both ways to sign in.</summary>
internal static class PortalExplorer
{
    private const string Session = "session { accessToken } errors { ... on Error { message } }";

    public static void Configure(ExplorerOptions options)
    {
        options.Title = "Portal.Graph";
        options.AddExamples(typeof(PortalExplorer).Assembly, "Examples");
        options.SignIns.Add(new("Provider",
            "mutation SignIn($username: String!, $password: String!, $market: Market!, $totp: String) { signIn(input: {username: $username, password: $password, market: $market, totp: $totp}) { "
            + Session + " } }", "signIn.session.accessToken"));
        options.SignIns.Add(new("Staff",
            "mutation StaffSignIn($username: String!, $password: String!, $totp: String) { staffSignIn(input: {username: $username, password: $password, totp: $totp}) { "
            + Session + " } }", "staffSignIn.session.accessToken"));
    }
}
