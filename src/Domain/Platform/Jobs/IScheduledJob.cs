using Microsoft.Extensions.DependencyInjection;

namespace Portal.Graph.Domain.Platform.Jobs;

// PLT-20
/// <summary>
/// Work that is done by the clock. Run twice, or after a crash in its midst, it leaves what one run leaves. The actor of its scope is the system.
/// </summary>
public interface IScheduledJob
{
    /// <returns>What it did, in numbers, such as <c>deleted</c> 12; no names, no health data.</returns>
    Task<IReadOnlyDictionary<string, int>> RunAsync(CancellationToken ct);
}

/// <summary>A job that this program has, and when it is done.</summary>
/// <param name="Name">Fixed and unique, such as <c>claims.drafts</c>; what is stored names it.</param>
/// <param name="Title">For people.</param>
/// <param name="Cron">Seconds, minutes, hours, day of month, month, day of week, in <see cref="JobTimes.Zone"/>; <c>0 10 3 * * ?</c> is every night at ten past three.</param>
/// <param name="Handler">Who does it.</param>
public sealed record JobDefinition(string Name, string Title, string Cron, Type Handler);

public static class ScheduledJobs
{
    /// <summary>
    /// The job is done by the clock: once per time among all processes of the database, and once after its time when no process lived then.
    /// </summary>
    /// <inheritdoc cref="JobDefinition" path="/param"/>
    public static IServiceCollection AddScheduledJob<TJob>(this IServiceCollection services, string name, string title, string cron)
        where TJob : class, IScheduledJob
    {
        _ = JobTimes.Parse(cron);
        return services.AddScoped<TJob>().AddSingleton(new JobDefinition(name, title, cron, typeof(TJob)));
    }
}
