using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Shared.Access;

// PLT-18
/// <summary>The page serves a queue, or an item of it, and is for those who work it; which queue, the page's address tells.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WorksQueueAttribute : Attribute, IPageDeclaration
{
    /// <summary>The queue of an address such as <c>/staff/fraud</c> or <c>/staff/fraud/12</c>; null when it is none.</summary>
    public static WorkQueue? QueueAt(PathString address, WorkQueues queues)
    {
        var path = address.Value?.TrimEnd('/') ?? "";
        var slash = path.LastIndexOf('/');
        return queues.ByPage(slash > 0 && long.TryParse(path.AsSpan(slash + 1), out _) ? path[..slash] : path);
    }
}
