using System.Globalization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Portal.Graph.Domain.Accounts.Sessions;

namespace Portal.Graph.Domain.Accounts.Registration;

/// <summary>What carries a proved registration from the first step to the third: signed, good for half an hour, for nothing else.</summary>
public sealed class RegistrationTokens(SigningKeys keys, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    private const string Party = "portal-graph-registration";
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };

    public string Issue(Registration registration)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Party,
            Audience = Party,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Claims = new Dictionary<string, object> { [JwtRegisteredClaimNames.Sub] = registration.Id.ToString(CultureInfo.InvariantCulture) },
            SigningCredentials = keys.Signer,
        });
    }

    /// <summary>The registration's id; null when the token is too old or was not signed here.</summary>
    public async Task<long?> OpenAsync(string token)
    {
        var result = await Handler.ValidateTokenAsync(token.Trim(), new TokenValidationParameters
        {
            ValidIssuer = Party,
            ValidAudience = Party,
            IssuerSigningKeys = keys.All,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            LifetimeValidator = (_, until, _, _) => clock.GetUtcNow().UtcDateTime < until,
        });
        return result.IsValid && long.TryParse(result.ClaimsIdentity.FindFirst(JwtRegisteredClaimNames.Sub)?.Value, CultureInfo.InvariantCulture, out var id) ? id : null;
    }
}
