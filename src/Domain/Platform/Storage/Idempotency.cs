using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.Domain.Platform.Storage;

/// <param name="ResultId">The record the first request made.</param>
/// <param name="Mismatch">The same key came with other content or for another operation: refuse with <see cref="IdempotencyMismatch"/>.</param>
public sealed record IdempotencyHit(long ResultId, bool Mismatch);

/// <summary>
/// PLT-07: repeats of a request within 24 hours get the first answer. Both methods are called inside one write scope, so of
/// any number of identical requests at the same time one makes the record.
/// </summary>
public sealed class Idempotency(PortalDb db, ActorScope scope, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private static readonly CompiledRead<Func<PortalDb, string, string, CancellationToken, Task<IdempotencyKey?>>> Known = new(() => EF.CompileAsyncQuery(
        (PortalDb db, string owner, string clientRequestId, CancellationToken _) => db.Set<IdempotencyKey>().AsNoTracking()
            .SingleOrDefault(k => k.Owner == owner && k.ClientRequestId == clientRequestId)));

    /// <summary>Null when the key is new.</summary>
    public async Task<IdempotencyHit?> FindAsync(string operation, string clientRequestId, object input, CancellationToken ct)
    {
        var owner = Owner();
        await db.LockAsync($"request:{owner}:{clientRequestId}", ct);
        var known = await Known.For(db)(db, owner, clientRequestId, ct);
        if (known is null) return null;
        if (clock.GetUtcNow() - known.At > Lifetime)
        {
            await db.Set<IdempotencyKey>().Where(k => k.Id == known.Id).ExecuteDeleteAsync(ct);
            return null;
        }
        return new(known.ResultId, known.Operation != operation || known.InputHash != Hash(input));
    }

    /// <summary>Stores the answer with the save of the write scope.</summary>
    public void Remember(string operation, string clientRequestId, object input, IEntity result) =>
        db.PendingResults.Add(result, id => new IdempotencyKey
        {
            Owner = Owner(), ClientRequestId = clientRequestId, Operation = operation, InputHash = Hash(input), ResultId = id,
            At = clock.GetUtcNow(),
        });

    private string Owner() => scope.Actor switch
    {
        { DefaultAccountId: { } account } => $"account:{account}",
        { UserId: { } user } => $"user:{user}",
        var nobody => $"{nobody.Kind}:{nobody.Name}",
    };

    private static string Hash(object input) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(input, input.GetType())));
}
