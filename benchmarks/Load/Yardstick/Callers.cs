using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Load.Yardstick;

/// <summary>Who asks.</summary>
internal sealed record Caller(long UserId, long AccountId, string Market, string CorrelationId);

/// <summary>
/// Checks the portal's own bearer tokens as the portal does: a good signature is remembered, its lifetime judged on every request, and
/// session and rights looked up again every 30 seconds.
/// </summary>
internal sealed class Callers(PortalStorage storage)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);
    private readonly RememberedTokens _handler = new(TimeProvider.System);
    private readonly TokenValidationParameters _parameters =
        new TokenIssuer(new SigningKeys(storage), TimeProvider.System, new ConfigurationBuilder().Build()).ValidationParameters;
    private readonly ConcurrentDictionary<string, Known> _sessions = new();

    /// <summary>Null without a good token.</summary>
    public async ValueTask<Caller?> OfAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.Ordinal)) return null;
        var checkedToken = await _handler.ValidateTokenAsync(header["Bearer ".Length..], _parameters);
        if (!checkedToken.IsValid || checkedToken.SecurityToken is not JsonWebToken token) return null;
        var session = token.GetClaim("sid").Value;
        if (!_sessions.TryGetValue(session, out var known) || Stopwatch.GetElapsedTime(known.ReadAt) > Freshness)
            _sessions[session] = known = await LookUpAsync(session, token.Subject);
        if (!known.IsOpen || !known.Permissions.Contains(Permission.EligibilityRead)) return null;
        var correlation = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        return new(known.UserId, known.AccountId, token.GetClaim("market").Value, correlation);
    }

    private async Task<Known> LookUpAsync(string session, string subject)
    {
        var user = long.Parse(subject, CultureInfo.InvariantCulture);
        await using var connection = await storage.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        // The session was opened in the portal's database after this one was copied: here none is one that did not end.
        command.CommandText = $"""
            SELECT m."AccountId", s."EndedAt" IS NULL AND u."State" = 'Active' FROM "Users" u
            JOIN "Memberships" m ON m."UserId" = u."Id" AND m."State" = 'Active'
            LEFT JOIN "Sessions" s ON s."UserId" = u."Id" AND s."Id" = {long.Parse(session, CultureInfo.InvariantCulture)}
            WHERE u."Id" = {user} ORDER BY m."Id" LIMIT 1
            """;
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync()
            ? new(user, row.GetInt64(0), row.GetBoolean(1), RoleTable.PermissionsOf(PortalRole.Billing), Stopwatch.GetTimestamp())
            : new(user, 0, false, FrozenSet<Permission>.Empty, Stopwatch.GetTimestamp());
    }

    private sealed record Known(long UserId, long AccountId, bool IsOpen, FrozenSet<Permission> Permissions, long ReadAt);
}
