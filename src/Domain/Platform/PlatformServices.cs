using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Availability;
using Portal.Graph.Domain.Platform.Backup;
using Portal.Graph.Domain.Platform.Calendars;
using Portal.Graph.Domain.Platform.Contacts;
using Portal.Graph.Domain.Platform.Mail;
using Portal.Graph.Domain.Platform.Monitoring;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Jobs;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Outbox;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Policies;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Domain.Platform.Storage.Sqlite;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.Domain.Platform;

internal static class PlatformServices
{
    // Contexts kept for reuse, on SQLite each with its connection; what is in use beyond that is made and thrown away.
    private const int MostContexts = 64;

    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => PortalStorage.From(configuration));
        services.AddSingleton<WriteGate>();
        services.AddSingleton<SqlitePragmas>().AddSingleton<KeptConnections>().AddHostedService<WalCheckpointer>();
        services.AddSingleton<OutboxSignal>().AddSingleton<OutboxReader>().AddHostedService<OutboxTail>();
        services.AddSingleton<OutboxTaskSignal>().AddSingleton<OutboxLeases>().AddHostedService<OutboxTaskWorker>();
        services.AddSingleton(p => new OutboxTaskRunner(p.GetRequiredService<IServiceScopeFactory>(), p.GetRequiredService<OutboxLeases>(),
            p.GetServices<OutboxKind>(), p.GetRequiredService<ILogger<OutboxTaskRunner>>()));
        services.AddScoped<OutboxTasks>().AddScoped<OutboxTaskDesk>();
        services.AddPooledDbContextFactory<PortalDb>((provider, options) => Configure(options, provider), MostContexts);
        // PLT-19: a context of the pool knows for whom it reads while the scope has it.
        services.AddScoped(p => p.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext().For(p.GetRequiredService<ActorScope>()));
        services.AddScoped<PortalDatabase>().AddScoped<NumberSeries>().AddScoped<Idempotency>();

        services.AddScoped<ActorScope>();
        // Transient: who is asked again after the host has set the actor sees it.
        services.AddTransient(p => p.GetRequiredService<ActorScope>().Actor);

        services.AddSingleton<ReadAuditWriter>().AddScoped<AuditLog>().AddScoped<AuditChain>();
        services.AddScoped<AuditReads>().AddScoped<DisclosureReads>().AddScoped<AuditNames>();
        services.AddSingleton(_ => RateLimits.Read(configuration)).AddSingleton<SignInRate>();
        services.AddSingleton<QueueGauges>().AddHostedService(p => p.GetRequiredService<QueueGauges>());
        services.AddSingleton<StoreBackup>().AddScoped<StoreRestore>();
        services.AddSingleton<RuleRevision>().AddSingleton<MarketPolicies>().AddSingleton<HolidayCalendar>().AddSingleton<Deadlines>().AddSingleton<ContactTexts>();
        services.AddScoped<PolicyDesk>().AddScoped<PolicyReads>().AddScoped<HolidayDesk>().AddScoped<HolidayReads>();
        services.AddSingleton<MaintenanceWindow>().AddSingleton<ActiveMarkets>();
        services.AddSingleton(p => MailSettings.Read(configuration, p.GetRequiredService<PortalStorage>()));
        services.AddSingleton<LinkTokens>().AddSingleton<IMailTransport, SmtpMailTransport>();
        services.AddScoped<MailDesk>().AddOutboxHandler<MailSender>(MailSender.Kind);
        services.AddWork();
        return services.AddJobs().AddLetters().AddFiles(configuration);
    }

    private static void Configure(DbContextOptionsBuilder options, IServiceProvider provider)
    {
        var storage = provider.GetRequiredService<PortalStorage>();
        // Migrations are written by hand for both databases and compared with the model by a test; there is no snapshot.
        // Parts of a filtered record are read with it, never without.
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning, CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
        _ = storage.Provider switch
        {
            // A list travels as one JSON parameter: with a parameter per element EF Core writes the statement anew each time.
            StorageProvider.Sqlite => options
                .UseSqlite(storage.ConnectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                .ReplaceService<IRelationalConnection, KeptConnection>()
                .ReplaceService<IRelationalCommandBuilderFactory, PreparedCommands>()
                .AddInterceptors(provider.GetRequiredService<SqlitePragmas>()),
            StorageProvider.PostgreSql => options.UseNpgsql(storage.ConnectionString),
        };
    }
}
