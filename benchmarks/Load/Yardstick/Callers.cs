using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Load.Yardstick;

/// <summary>Who asks.</summary>
internal sealed record Caller(long UserId, long AccountId, string Market, string CorrelationId);

/// <summary>Checks the portal's own bearer tokens, signature and all, on every request; who the session is it remembers.</summary>
internal sealed class Callers(PortalStorage storage)
{
    private readonly JsonWebTokenHandler _handler = new();
    private readonly TokenValidationParameters _parameters =
        new TokenIssuer(new SigningKeys(storage), TimeProvider.System, new ConfigurationBuilder().Build()).ValidationParameters;
    private readonly ConcurrentDictionary<string, (long UserId, long AccountId)> _sessions = new();

    /// <summary>Null without a good token.</summary>
    public async ValueTask<Caller?> OfAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.Ordinal)) return null;
        var checkedToken = await _handler.ValidateTokenAsync(header["Bearer ".Length..], _parameters);
        if (!checkedToken.IsValid || checkedToken.SecurityToken is not JsonWebToken token) return null;
        var session = token.GetClaim("sid").Value;
        if (!_sessions.TryGetValue(session, out var known)) _sessions[session] = known = await LookUpAsync(token.Subject);
        var correlation = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        return new(known.UserId, known.AccountId, token.GetClaim("market").Value, correlation);
    }

    private async Task<(long, long)> LookUpAsync(string subject)
    {
        var user = long.Parse(subject, CultureInfo.InvariantCulture);
        await using var connection = await storage.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""SELECT "AccountId" FROM "Memberships" WHERE "UserId" = {user} AND "State" = 'Active' ORDER BY "Id" LIMIT 1""";
        return (user, (long)(await command.ExecuteScalarAsync())!);
    }
}
