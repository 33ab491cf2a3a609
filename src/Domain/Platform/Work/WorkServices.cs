using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Files;
using Portal.Graph.Domain.Platform.Work.Information;

namespace Portal.Graph.Domain.Platform.Work;

internal static class WorkServices
{
    public static IServiceCollection AddWork(this IServiceCollection services) => services
        .AddSingleton<WorkQueues>()
        .AddScoped<WorkSteps>().AddScoped<WorkPeople>().AddScoped<WorkIntake>().AddScoped<WorkDesk>().AddScoped<WorkReads>().AddScoped<WorkCounts>().AddScoped<WorkPages>().AddScoped<NextWork>()
        .AddScoped<InformationDesk>().AddScoped<InformationAnswerDesk>().AddScoped<InformationReads>().AddScoped<IFileSubject, InformationFiles>();
}
