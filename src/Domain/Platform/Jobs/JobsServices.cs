using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Files.Care;
using Portal.Graph.Domain.Platform.Outbox;
using Portal.Graph.Domain.Platform.Outbox.Tasks;

namespace Portal.Graph.Domain.Platform.Jobs;

internal static class JobsServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobTimetable>().AddHostedService<JobScheduler>().AddScoped<JobDesk>();
        services.AddOutboxHandler<JobHandler>(JobTask.Kind);
        services.AddScheduledJob<OutboxPruner>("outbox.prune", "Forget what was published and done long ago", "0 40 4 * * ?");
        services.AddScheduledJob<JobRunPruner>("jobs.prune", "Forget runs of long ago", "0 50 4 * * ?");
        services.AddScheduledJob<FileCleanupJob>("files.cleanup", "Delete expired uploads and files that nothing took", "0 15 * * * ?");
        return services;
    }
}
