using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Outbox;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Claims;

/// <summary>Tells who follows of claims that moved, whichever process on the database moved them. Each follower is told of a step once, in the order of commits.</summary>
public sealed class ClaimChangeFeed(IServiceScopeFactory scopes, OutboxReader outbox) : IOutboxListener
{
    public const string StatusTopic = "claim.status";

    /// <summary>How many changes wait for a follower that is busy; with one more it is told that it missed some.</summary>
    private const int Waiting = 1000;

    private readonly ConcurrentDictionary<Follower, byte> _followers = new();

    public string Topic => StatusTopic;
    public bool IsListening => !_followers.IsEmpty;

    /// <summary>How many follow in this process.</summary>
    public int Followers => _followers.Count;

    // CLM-21: as in a query, the claims of others are not there.
    /// <summary>The steps that are committed after this returns, of the claims that the actor may read.</summary>
    /// <param name="claimId">Only of this claim; null for all.</param>
    /// <returns>A stream to read once, to its end or until it is cancelled. It fails with <see cref="ChangesMissedException"/> when its reader was too slow.</returns>
    public async Task<IAsyncEnumerable<ClaimStatusChange>> FollowAsync(Actor actor, long? claimId, CancellationToken ct)
    {
        var follower = new Follower(actor, claimId);
        _followers[follower] = 0;
        try
        {
            // Asked after listening began: nothing lies between what is passed over and what comes.
            var start = await outbox.LastAsync(ct);
            // Also when the stream is never read.
            ct.Register(() => _followers.TryRemove(follower, out _));
            return ReadAsync(follower, start, ct);
        }
        catch
        {
            _followers.TryRemove(follower, out _);
            throw;
        }
    }

    public async Task ReceiveAsync(IReadOnlyList<OutboxEntry> entries, CancellationToken ct)
    {
        // Read once for all followers, however many there are.
        var changes = await ChangesAsync(entries, ct);
        foreach (var follower in _followers.Keys)
            foreach (var change in changes)
                if (!follower.Offer(change)) _followers.TryRemove(follower, out _);
    }

    private async Task<IReadOnlyList<ClaimStatusChange>> ChangesAsync(IReadOnlyList<OutboxEntry> entries, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorScope>().Set(Actor.System("claim changes"));
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var ids = entries.Select(e => e.DetailId).OfType<long>().ToList();
        var steps = await db.Set<ClaimEvent>().AsNoTracking().Where(e => ids.Contains(e.Id))
            .Join(db.Set<Claim>(), e => e.ClaimId, c => c.Id, (e, c) => new { Step = e, c.Market, c.BillingAccountId, c.RenderingAccountId })
            .ToDictionaryAsync(s => s.Step.Id, ct);
        return
        [
            .. entries.Where(e => e.DetailId is { } id && steps.ContainsKey(id)).Select(e => (e.Seq, Found: steps[e.DetailId!.Value])).Select(x => new ClaimStatusChange
            {
                Seq = x.Seq, ClaimId = x.Found.Step.ClaimId, From = x.Found.Step.From, To = x.Found.Step.To, At = x.Found.Step.At,
                Market = x.Found.Market, BillingAccountId = x.Found.BillingAccountId, RenderingAccountId = x.Found.RenderingAccountId,
            }),
        ];
    }

    private async IAsyncEnumerable<ClaimStatusChange> ReadAsync(Follower follower, long start, [EnumeratorCancellation] CancellationToken ct)
    {
        try
        {
            await foreach (var change in follower.Changes.ReadAllAsync(ct))
                if (change.Seq > start) yield return change;
        }
        finally
        {
            _followers.TryRemove(follower, out _);
        }
    }

    private sealed class Follower(Actor actor, long? claimId)
    {
        private readonly Channel<ClaimStatusChange> _changes =
            Channel.CreateBounded<ClaimStatusChange>(new BoundedChannelOptions(Waiting) { SingleReader = true, SingleWriter = true });

        public ChannelReader<ClaimStatusChange> Changes => _changes.Reader;

        /// <summary>False when it is full: then it ends, and says so.</summary>
        public bool Offer(ClaimStatusChange change)
        {
            if (claimId is { } only && only != change.ClaimId) return true;
            if (!ClaimScope.Sees(actor, change.Market, change.BillingAccountId, change.RenderingAccountId)) return true;
            return _changes.Writer.TryWrite(change) || !_changes.Writer.TryComplete(new ChangesMissedException());
        }
    }
}
