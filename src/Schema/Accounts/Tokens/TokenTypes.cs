using Portal.Graph.Domain.Accounts.Tokens;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;
using Portal.GraphQL.Paging;

namespace Portal.Graph.Schema.Accounts.Tokens;

[QueryType]
public static class TokenQueries
{
    // ACC-24
    /// <summary>The API tokens of the accounts whose users you manage, newest first; revoked and expired ones too.</summary>
    [UsePaging, RequiresPermission(Permission.UsersManage)]
    public static PagedQuery<ApiToken> GetApiTokens(TokenReads reads) => reads.Tokens().Paged();
}

[ObjectType<ApiToken>(Fields =
[
    nameof(ApiToken.Account), nameof(ApiToken.Name), nameof(ApiToken.Hint), nameof(ApiToken.CreatedAt), nameof(ApiToken.ExpiresAt), nameof(ApiToken.RevokedAt),
    nameof(ApiToken.LastUsedAt),
])]
public static class ApiTokenType
{
    [ID<ApiToken>]
    public static long GetId([Parent] ApiToken token) => token.Id;

    /// <summary>Dotted names of what the program may do, as far as who created the token still may.</summary>
    public static IReadOnlyList<string> GetPermissions([Parent] ApiToken token) => [.. token.Permissions.Select(p => p.Name())];

    /// <summary>Whether it can be used now.</summary>
    public static bool GetIsGood([Parent] ApiToken token, [Service] TimeProvider clock) => token.IsGoodAt(clock.GetUtcNow());
}

/// <summary>The answer of `createApiToken`.</summary>
/// <param name="Token">The token.</param>
/// <param name="Secret">What the program sends as a bearer token; it is told this one time.</param>
public sealed record CreateApiTokenPayload(ApiToken Token, string Secret);

// ACC-24
[MutationType, ClosedForMaintenance, RequiresPermission(Permission.UsersManage)]
public static class TokenMutations
{
    /// <summary>
    /// Makes an API token for a program, such as practice-management software, which sends it as a bearer token and names its market with the
    /// header X-Market when your account is enrolled in several. It can do what is chosen, as long as you can.
    /// </summary>
    /// <param name="name">What it is for, at most 60 characters.</param>
    /// <param name="permissions">Dotted names, such as <c>claims.read</c>; users.manage, accounts.link and training.attest are for people only.</param>
    /// <param name="expiresAt">The last instant at which it is good: within 365 days.</param>
    /// <param name="accountId">The account; needed only when you manage the users of several and none of them is your default provider.</param>
    [Error<TokenLimit>, Error<Domain.Accounts.Team.PermissionNotAvailable>]
    public static async Task<Outcome<CreateApiTokenPayload>> CreateApiTokenAsync(
        string name, IReadOnlyList<string> permissions, DateTimeOffset expiresAt, TokenDesk desk, CancellationToken ct, [ID<Domain.Accounts.ProviderAccount>] long? accountId = null) =>
        (await desk.CreateAsync(new(name, permissions, expiresAt, accountId), ct)).Map(made => new CreateApiTokenPayload(made.Token, made.Secret));

    /// <summary>Ends an API token: the next request with it is nobody's.</summary>
    [PayloadField("token")]
    public static Task<Outcome<ApiToken>> RevokeApiTokenAsync([ID<ApiToken>] long id, TokenDesk desk, CancellationToken ct) => desk.RevokeAsync(id, ct);
}
