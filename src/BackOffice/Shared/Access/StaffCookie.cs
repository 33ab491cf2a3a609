using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Portal.Graph.BackOffice.Shared.Access;

/// <summary>ACC-23, PLT-18: the session cookie of staff. It is the only thing that pages accept; bearer tokens are not looked at.</summary>
public static class StaffCookie
{
    public const string Scheme = "Staff";
    public const string Name = "staff-session";
    public static readonly TimeSpan IdleLimit = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan AbsoluteLimit = TimeSpan.FromHours(12);
    private const string StartedItem = "started";

    internal static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Name;
        options.Cookie.Path = "/staff";
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = IdleLimit;
        options.SlidingExpiration = true;
        options.LoginPath = "/staff/sign-in";
        options.LogoutPath = "/staff/sign-out";
        options.AccessDeniedPath = "/staff/problem/403";
        options.Events = new CookieAuthenticationEvents
        {
            OnSigningIn = context =>
            {
                context.Properties.Items.TryAdd(StartedItem, Now(context).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
                return Task.CompletedTask;
            },
            OnValidatePrincipal = context =>
            {
                if (!WithinAbsoluteLimit(context.Properties, Now(context))) context.RejectPrincipal();
                return Task.CompletedTask;
            },
            // The framework renews only in the second half of the span; an idle limit of 15 minutes shall be 15 minutes.
            OnCheckSlidingExpiration = context =>
            {
                context.ShouldRenew = context.ElapsedTime > TimeSpan.FromSeconds(30);
                return Task.CompletedTask;
            },
        };
    }

    private static DateTimeOffset Now(BaseContext<CookieAuthenticationOptions> context) =>
        (context.Options.TimeProvider ?? TimeProvider.System).GetUtcNow();

    private static bool WithinAbsoluteLimit(AuthenticationProperties properties, DateTimeOffset now) =>
        properties.Items.TryGetValue(StartedItem, out var text)
        && long.TryParse(text, CultureInfo.InvariantCulture, out var started)
        && now - DateTimeOffset.FromUnixTimeSeconds(started) < AbsoluteLimit;
}
