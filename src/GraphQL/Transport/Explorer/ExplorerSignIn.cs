namespace Portal.GraphQL.Transport.Explorer;

/// <summary>A way to sign in from the explorer page: an operation whose answer holds a bearer token.</summary>
/// <param name="Name">Who signs in this way; the heading of the form.</param>
/// <param name="Document">One operation; its variables are the fields of the form, and one whose name holds "password" is not shown while it is typed.</param>
/// <param name="Token">Where the token is in the answer's data: names of fields with dots between them.</param>
public sealed record ExplorerSignIn(string Name, string Document, string Token);
