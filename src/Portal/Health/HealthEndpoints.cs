using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Portal.Graph.Host.Health;

// PLT-22
internal static class HealthEndpoints
{
    public static void AddPortalHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Draining>().AddHostedService(p => p.GetRequiredService<Draining>());
        builder.Services.AddHealthChecks()
            .AddCheck<Draining>("program").AddCheck<DatabaseCheck>("database").AddCheck<DiskCheck>("disk").AddCheck<FileStoreCheck>("files").AddCheck<MailCheck>("mail");
        var seconds = builder.Configuration.GetValue("Shutdown:DrainSeconds", 0) + builder.Configuration.GetValue("Shutdown:TimeoutSeconds", 30);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(seconds));
    }

    /// <summary><c>/health/live</c>: the process answers; <c>/health/ready</c>: so does what it needs, check by check.</summary>
    public static void MapPortalHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    // States and our own words only: what a check found may name machines and people.
    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString(), e.Value.Description }),
    }, context.RequestAborted);
}
