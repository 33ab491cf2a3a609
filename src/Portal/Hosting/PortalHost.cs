using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Portal.Graph.BackOffice;
using Portal.Graph.Domain;
using Portal.Graph.Domain.Platform.Files.Stores;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Host.Files;
using Portal.Graph.Host.Health;
using Portal.Graph.Host.Settings;
using Portal.Graph.Host.Telemetry;
using Portal.Graph.Schema;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Transport;
using Portal.GraphQL.Types;

namespace Portal.Graph.Host.Hosting;

/// <summary>The program as one value: what it is made of, and what must be done before it serves.</summary>
public static class PortalHost
{
    private const string DefaultAddress = "http://127.0.0.1:5080";

    /// <param name="args">Configuration as on the command line, such as <c>--Data:Directory=DIR</c>.</param>
    /// <param name="configure">For tests: another clock, another database.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = Configured(args);
        var settings = SettingCheck.Of(builder.Configuration);
        settings.Demand();
        builder.WebHost.UseStaticWebAssets();
        if (!Addressed(builder.Configuration)) builder.WebHost.UseUrls(DefaultAddress);

        builder.Services.AddDomain(builder.Configuration);
        builder.Services.AddDataProtection().SetApplicationName("Portal.Graph");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<PortalStorage, ILoggerFactory>((options, storage, log) =>
            options.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(storage.KeyDirectory), log));
        builder.AddPortalAuthentication();
        builder.AddPortalCors();
        builder.Services.AddOpaqueKey().AddPortalConnections().AddPortalSchema(GraphQLSettings.Read(builder.Configuration));
        builder.Services.AddFileEndpoints();
        builder.AddBackOffice();
        builder.Services.AddProblemDetails();
        builder.AddPortalHealth();
        builder.Services.AddHostedService<TelemetryExport>();
        configure?.Invoke(builder);

        var app = builder.Build();
        foreach (var key in settings.Unknown) app.Logger.LogWarning("Nobody reads the setting {Key}: is it misspelled?", key);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseMiddleware<Correlation>();
        app.UsePortalCors();
        app.UseAuthentication();
        app.UseMiddleware<BearerActor>();
        app.UseMiddleware<RequestRate>();
        app.UseAuthorization();
        app.UseWebSockets();
        app.MapPortalHealth();
        app.MapGraphQL("/graphql");
        app.MapFiles();
        app.MapBackOffice();
        app.MapGet("/", () => Results.Redirect("/graphql"));
        return app;
    }

    /// <summary>The domain with the program's configuration, for verbs that serve nothing; nothing is opened or made by it.</summary>
    public static ServiceProvider BuildDomain(string[] args)
    {
        var builder = Configured(args);
        SettingCheck.Of(builder.Configuration).Demand();
        builder.Services.AddDomain(builder.Configuration);
        return builder.Services.BuildServiceProvider(validateScopes: true);
    }

    private static WebApplicationBuilder Configured(string[] args) => WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        ApplicationName = typeof(PortalHost).Assembly.GetName().Name,
        // The program's own files lie beside it, wherever it is started from.
        ContentRootPath = AppContext.BaseDirectory,
    });

    /// <summary>What must be true before the program serves: the file store takes its settings, the database is migrated and, in Development, has a demo plan.</summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken ct)
    {
        await SettingCheck.DemandAsync(app.Services.GetRequiredService<IFileStore>(), ct);
        await MigrateAsync(app, ct);
        if (app.Environment.IsDevelopment()) await DemoData.FillAsync(app, ct);
    }

    public static async Task MigrateAsync(WebApplication app, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PortalDatabase>().MigrateAsync(ct);
    }

    public static string PrintSchema(WebApplication app) => SchemaPrinter.Print(app.Services.GetRequiredService<GraphQL.Types.Schema>());

    private static bool Addressed(IConfiguration configuration) =>
        configuration["urls"] is { Length: > 0 } || configuration["http_ports"] is { Length: > 0 } || configuration["https_ports"] is { Length: > 0 }
        || configuration.GetSection("Kestrel:Endpoints").Exists();
}
