using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Jobs;

/// <summary>Why a job ran.</summary>
public enum JobCause
{
    /// <summary>Its time had come.</summary>
    Scheduled,

    /// <summary>Its time had passed while no process lived.</summary>
    Missed,

    /// <summary>A person asked for it.</summary>
    ByHand,
}

/// <summary>Where a run stands.</summary>
public enum JobRunState
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>It did what it was to do.</summary>
    Succeeded,

    /// <summary>It ended with a fault; it is tried again.</summary>
    Failed,

    /// <summary>Its process died; the run was begun anew.</summary>
    Lost,
}

// PLT-20
/// <summary>One run of a job and what came of it.</summary>
public sealed class JobRun : IEntity
{
    private JobRun() { }

    public long Id { get; private set; }

    /// <summary>Name of the <see cref="JobDefinition"/>.</summary>
    public string Job { get; private set; } = "";

    /// <summary>The task of the outbox that it is a try of.</summary>
    public long TaskId { get; private set; }

    /// <summary>Why it ran.</summary>
    public JobCause Cause { get; private set; }

    /// <summary>The time for which it was planned (UTC); null by hand.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When it began (UTC).</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it ended (UTC); null while it goes on.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public JobRunState State { get; private set; }

    /// <summary>The kind of the failure, without what it was about.</summary>
    public string? Error { get; private set; }

    internal string CountsText { get; private set; } = "{}";

    /// <summary>What it did, in numbers.</summary>
    public IReadOnlyDictionary<string, int> Counts => JsonSerializer.Deserialize<Dictionary<string, int>>(CountsText)!;

    internal static JobRun Start(string job, long taskId, JobCause cause, DateTimeOffset? dueAt, DateTimeOffset at) => new()
    {
        Job = job, TaskId = taskId, Cause = cause, DueAt = dueAt, StartedAt = at, State = JobRunState.Running,
    };

    internal void Succeed(IReadOnlyDictionary<string, int> counts, DateTimeOffset at) =>
        (State, CountsText, EndedAt) = (JobRunState.Succeeded, JsonSerializer.Serialize(counts), at);

    internal void Fail(string error, DateTimeOffset at) => (State, Error, EndedAt) = (JobRunState.Failed, error, at);

    internal void Lose(DateTimeOffset at) => (State, EndedAt) = (JobRunState.Lost, at);
}

/// <summary>When a job is next due; one row for all processes.</summary>
public sealed class JobSchedule : IEntity
{
    public long Id { get; private set; }
    public required string Job { get; init; }
    public required string Cron { get; set; }
    public required DateTimeOffset NextDueAt { get; set; }
}

internal sealed class JobRunMapping : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> run)
    {
        run.Property(r => r.Job).HasMaxLength(60);
        run.Property(r => r.Error).HasMaxLength(200);
        run.Property(r => r.CountsText);
        run.Ignore(r => r.Counts);
        run.HasIndex(r => new { r.Job, r.StartedAt });
        run.HasIndex(r => r.TaskId);
    }
}

internal sealed class JobScheduleMapping : IEntityTypeConfiguration<JobSchedule>
{
    public void Configure(EntityTypeBuilder<JobSchedule> schedule)
    {
        schedule.Property(s => s.Job).HasMaxLength(60);
        schedule.Property(s => s.Cron).HasMaxLength(60);
        schedule.HasIndex(s => s.Job).IsUnique();
    }
}
