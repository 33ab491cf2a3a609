using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Accounts.Sessions;

/// <summary>
/// Makes access tokens (JWT, ES256) and says how they are verified. Claims: <c>sub</c> user id, <c>sid</c> session id, <c>market</c>.
/// </summary>
public sealed class TokenIssuer(SigningKeys keys, TimeProvider clock, IConfiguration configuration)
{
    public const string MarketClaim = "market";

    /// <summary>Also bounded by the session, which is looked up on every request.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly string _issuer = configuration["Auth:Issuer"] ?? "portal-graph";
    private readonly string _audience = configuration["Auth:Audience"] ?? "portal-graph";

    /// <summary>For the host's bearer authentication; keep inbound claim names as they are.</summary>
    public TokenValidationParameters ValidationParameters => new()
    {
        ValidIssuer = _issuer,
        ValidAudience = _audience,
        IssuerSigningKeys = keys.All,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        RequireExpirationTime = true,
        // The injected clock decides, without leeway: issuer and verifier are one program.
        LifetimeValidator = (from, until, _, _) => clock.GetUtcNow().UtcDateTime is var now && from <= now && now < until,
        NameClaimType = JwtRegisteredClaimNames.Sub,
    };

    /// <param name="until">Another end than that of <see cref="Lifetime"/>.</param>
    public (string Token, DateTimeOffset ExpiresAt) Issue(long userId, long sessionId, Market? market, DateTimeOffset? until = null)
    {
        var now = clock.GetUtcNow();
        var expires = DateTimeOffset.FromUnixTimeSeconds((until ?? now + Lifetime).ToUnixTimeSeconds());
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = userId.ToString(CultureInfo.InvariantCulture),
            [JwtRegisteredClaimNames.Sid] = sessionId.ToString(CultureInfo.InvariantCulture),
        };
        if (market is { } m) claims[MarketClaim] = m.ToString();
        var token = Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = _issuer,
            Audience = _audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = expires.UtcDateTime,
            Claims = claims,
            SigningCredentials = keys.Signer,
        });
        return (token, expires);
    }
}
