using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Jobs;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Work.Information;
using Portal.Graph.Domain.Platform.Work.Timekeeping;

namespace Portal.Graph.Domain.Platform.Work;

internal static class WorkServices
{
    public static IServiceCollection AddWork(this IServiceCollection services) => services
        .AddSingleton<WorkQueues>()
        .AddScoped<WorkSteps>().AddScoped<WorkPeople>().AddScoped<WorkIntake>().AddScoped<WorkDesk>().AddScoped<WorkReads>().AddScoped<WorkCounts>().AddScoped<WorkItemParts>().AddScoped<ItemLetters>().AddScoped<WorkPages>().AddScoped<Submitters>().AddScoped<SlaReads>().AddScoped<NextWork>()
        .AddScoped<InformationDesk>().AddScoped<InformationAnswerDesk>().AddScoped<InformationReads>().AddScoped<IFileSubject, InformationFiles>().AddOutboxHandler<InformationNotice>(InformationNotice.Kind)
        .AddScheduledJob<QueueDays>("work.days", "Count yesterday's work per queue and market", "0 30 4 * * ?");
}
