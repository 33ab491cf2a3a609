using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Portal.Graph.Domain.Accounts.Tokens;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Host.Files;

namespace Portal.Graph.Host.Hosting;

/// <summary>ACC-24: an API token as a bearer token. It is looked up each time, so a revoked one is none from the next request on.</summary>
internal sealed class ApiTokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, TokenReads tokens, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    private const string Bearer = "Bearer ";

    public static string SchemeOf(HttpContext context) => SecretOf(context) is null ? JwtBearerDefaults.AuthenticationScheme : TokenActors.Scheme;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SecretOf(Context) is not { } secret) return AuthenticateResult.NoResult();
        return await tokens.ProvenAsync(secret, clock.GetUtcNow(), Context.RequestAborted) is { } id
            ? AuthenticateResult.Success(new(TokenActors.PrincipalOf(id), TokenActors.Scheme))
            : AuthenticateResult.Fail("The API token is unknown, revoked or expired.");
    }

    private static string? SecretOf(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        && header[Bearer.Length..].Trim() is var secret && secret.StartsWith(ApiToken.Prefix, StringComparison.Ordinal) ? secret : null;
}

/// <summary>What a program is told that asks too often: HTTP 429 in the form that the address answers with.</summary>
internal static class TokenAnswers
{
    public static async Task RefuseAsync(HttpContext context, RateLimited refusal)
    {
        context.Response.Headers.RetryAfter = refusal.RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (!context.Request.Path.StartsWithSegments("/graphql"))
        {
            await refusal.ToProblem().ExecuteAsync(context);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        await context.Response.WriteAsJsonAsync(
            new { errors = new[] { new { message = refusal.Message, extensions = new { code = refusal.Code, retryAfterSeconds = refusal.RetryAfterSeconds } } } }, context.RequestAborted);
    }
}
