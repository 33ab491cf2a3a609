namespace Portal.Graph.BackOffice.Shared.Appearance;

/// <summary>How the pages look: as the system says, or light or dark by choice. A cookie of the browser keeps the choice; it names nobody.</summary>
public static class Appearance
{
    private const string Cookie = "staff-appearance";

    /// <summary>What may be chosen, and the word on its button.</summary>
    public static readonly IReadOnlyList<(string Value, string Label)> Choices = [("auto", "Auto"), ("light", "Light"), ("dark", "Dark")];

    /// <summary>The choice of this browser.</summary>
    public static string Of(HttpRequest request) => Known(request.Cookies[Cookie]) ?? "auto";

    internal static void Keep(HttpResponse response, string? choice) => response.Cookies.Append(Cookie, Known(choice) ?? "auto", new CookieOptions
    {
        Path = "/staff", HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = response.HttpContext.Request.IsHttps, IsEssential = true, MaxAge = TimeSpan.FromDays(365),
    });

    private static string? Known(string? choice) => Choices.Select(one => one.Value).FirstOrDefault(value => value == choice);
}
