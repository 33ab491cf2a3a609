using System.Globalization;
using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Shared.Access;

/// <summary>The actor behind a staff cookie, asked for anew in every request: an ended session or a disabled user is out at once.</summary>
internal sealed class StaffActors(ActorFactory factory)
{
    public async Task<Actor?> OfAsync(ClaimsPrincipal cookie, HttpContext http)
    {
        if (!TryRead(cookie, JwtRegisteredClaimNames.Sub, out var user) || !TryRead(cookie, JwtRegisteredClaimNames.Sid, out var session)) return null;
        var made = await factory.ForUserAsync(user, null, session, http.TraceIdentifier, http.RequestAborted);
        return made.Succeeded && made.Value.IsStaff ? made.Value : null;
    }

    /// <summary>What the cookie holds: two ids, no names and no permissions.</summary>
    public static ClaimsPrincipal PrincipalOf(StaffSession session) => new(new ClaimsIdentity(
        [
            new(JwtRegisteredClaimNames.Sub, session.UserId.ToString(CultureInfo.InvariantCulture)),
            new(JwtRegisteredClaimNames.Sid, session.SessionId.ToString(CultureInfo.InvariantCulture)),
        ],
        StaffCookie.Scheme));

    private static bool TryRead(ClaimsPrincipal cookie, string claim, out long id) =>
        long.TryParse(cookie.FindFirstValue(claim), CultureInfo.InvariantCulture, out id);
}
