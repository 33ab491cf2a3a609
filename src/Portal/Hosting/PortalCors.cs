using Portal.Graph.Host.Files;

namespace Portal.Graph.Host.Hosting;

/// <summary>
/// Pages of other origins that may use the API and the files (<c>Cors:Origins</c>); none by default, and never the back office. They bring a
/// token with each request: cookies are not taken along.
/// </summary>
internal static class PortalCors
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Patch, HttpMethods.Delete];

    // What the clients of tus, of batches and of limits read.
    private static readonly string[] Exposed =
    [
        "Location", "ETag", "Retry-After", "Content-Disposition", Correlation.Header, TusHeaders.Resumable, "Tus-Version", "Tus-Extension", "Tus-Max-Size",
        "Tus-Checksum-Algorithm", TusHeaders.UploadOffset, TusHeaders.UploadLength, TusHeaders.UploadMetadata, TusHeaders.UploadExpires, TusHeaders.FileId,
    ];

    public static void AddPortalCors(this WebApplicationBuilder builder) => builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
        .WithOrigins(builder.Configuration.GetSection("Cors:Origins").Get<string[]>() ?? []).WithMethods(Methods).AllowAnyHeader()
        .WithExposedHeaders(Exposed).SetPreflightMaxAge(TimeSpan.FromHours(1))));

    public static void UsePortalCors(this WebApplication app) =>
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/staff"), api => api.UseCors());
}
