using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Tokens;

namespace Portal.Graph.Host.Hosting;

internal static class Authentication
{
    /// <summary>Whatever comes as a bearer token: an access token or an API token.</summary>
    private const string Bearer = "AnyBearer";

    /// <summary>
    /// Bearer tokens for the API: our own, or those of an external OIDC authority when <c>Auth:Authority</c> names one; and API
    /// tokens of programs. The back
    /// office adds its cookie; pages take no bearer token (PLT-18).
    /// </summary>
    public static void AddPortalAuthentication(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(Bearer)
            .AddPolicyScheme(Bearer, null, o => o.ForwardDefaultSelector = ApiTokenAuthentication.SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, ApiTokenAuthentication>(TokenActors.Scheme, null)
            .AddJwtBearer();
        builder.Services.AddAuthorization();
        var authority = builder.Configuration["Auth:Authority"];
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<TokenIssuer, RememberedTokens>((options, issuer, tokens) =>
        {
            options.MapInboundClaims = false;
            if (string.IsNullOrEmpty(authority))
            {
                options.TokenValidationParameters = issuer.ValidationParameters;
                options.TokenHandlers.Clear();
                options.TokenHandlers.Add(tokens);
                return;
            }
            options.Authority = authority;
            options.Audience = builder.Configuration["Auth:Audience"]
                ?? throw new OptionsValidationException("Auth", typeof(JwtBearerOptions), ["Auth:Audience must name this API when Auth:Authority is set."]);
        });
    }
}
