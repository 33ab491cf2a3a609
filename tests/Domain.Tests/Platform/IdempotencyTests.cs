using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Contacts;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform;

public class IdempotencyTests
{
    private sealed record Input(string Text, decimal Amount);

    private static readonly Actor Biller = new() { Kind = ActorKind.PortalUser, UserId = 5, Name = "biller", DefaultAccountId = 9 };

    private static async Task<(long Id, bool Mismatch)> SubmitAsync(TestDatabase database, Input input, string key = "r-1", Actor? actor = null, string operation = "submit")
    {
        await using var scope = database.Scope(actor ?? Biller);
        await using var write = await scope.Db.BeginWriteAsync(default);
        var idempotency = scope.Get<Idempotency>();
        if (await idempotency.FindAsync(operation, key, input, default) is { } hit) return (hit.ResultId, hit.Mismatch);
        var made = new ContactText { Key = Guid.NewGuid().ToString(), Value = input.Text };
        scope.Db.Add(made);
        idempotency.Remember(operation, key, input, made);
        await write.CommitAsync(default);
        return (made.Id, false);
    }

    [Fact, Requirement("PLT-07")]
    public async Task A_hundred_identical_requests_at_the_same_time_make_one_record()
    {
        await using var database = await TestDatabase.CreateAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => SubmitAsync(database, new("a", 1.10m)))));
        answers.Distinct().ShouldHaveSingleItem().Mismatch.ShouldBeFalse();
        await using var scope = database.Scope(Biller);
        (await scope.Db.Set<ContactText>().CountAsync(c => c.Value == "a")).ShouldBe(1);
    }

    [Fact, Requirement("PLT-07")]
    public async Task Other_content_or_another_operation_under_the_same_key_is_a_mismatch()
    {
        await using var database = await TestDatabase.CreateAsync();
        await SubmitAsync(database, new("a", 1.10m));
        (await SubmitAsync(database, new("a", 1.11m))).Mismatch.ShouldBeTrue();
        (await SubmitAsync(database, new("a", 1.10m), operation: "other")).Mismatch.ShouldBeTrue();
        (await SubmitAsync(database, new("a", 1.10m))).Mismatch.ShouldBeFalse();
    }

    [Fact, Requirement("PLT-07")]
    public async Task Keys_of_other_accounts_are_other_keys()
    {
        await using var database = await TestDatabase.CreateAsync();
        var first = await SubmitAsync(database, new("a", 1m));
        (await SubmitAsync(database, new("b", 1m), actor: Biller with { DefaultAccountId = 10 })).Id.ShouldNotBe(first.Id);
        (await SubmitAsync(database, new("a", 1m), actor: Biller with { UserId = 6 })).Id.ShouldBe(first.Id);
    }

    [Fact, Requirement("PLT-07")]
    public async Task A_key_is_remembered_for_24_hours()
    {
        await using var database = await TestDatabase.CreateAsync();
        var first = await SubmitAsync(database, new("a", 1m));
        database.Clock.Advance(TimeSpan.FromHours(24));
        (await SubmitAsync(database, new("a", 1m))).Id.ShouldBe(first.Id);
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        (await SubmitAsync(database, new("b", 2m))).ShouldNotBe((first.Id, true));
        (await SubmitAsync(database, new("b", 2m))).Id.ShouldNotBe(first.Id);
    }
}
