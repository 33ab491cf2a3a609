using System.Collections.Frozen;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Domain.Platform.Work;

/// <summary>Every queue that this program serves: those of the catalogue, and what is registered beside them.</summary>
public sealed class WorkQueues
{
    private readonly FrozenDictionary<string, WorkQueue> _byKey;

    public WorkQueues(IEnumerable<WorkQueue> registered)
    {
        All = [.. WorkQueue.All, .. registered];
        _byKey = All.ToFrozenDictionary(q => q.Key);
    }

    public IReadOnlyList<WorkQueue> All { get; }

    public WorkQueue ByKey(string key) => _byKey[key];

    public WorkQueue? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The queue whose page has this address, such as <c>/staff/fraud</c>; null when none has.</summary>
    public WorkQueue? ByPage(string address) => All.FirstOrDefault(q => q.Page.Equals(address, StringComparison.OrdinalIgnoreCase));

    /// <summary>The queues that the actor works.</summary>
    public IEnumerable<WorkQueue> Of(Actor actor) => All.Where(q => actor.Has(q.Permission));
}
