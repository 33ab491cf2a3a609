using Microsoft.EntityFrameworkCore;
using Portal.Graph.Architecture.Tests.Guards;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Architecture.Tests;

public sealed class PureRulesTests
{
    [Fact]
    public void Policies_refusals_and_aggregates_know_no_database_no_http_and_no_clock()
    {
        var types = Product.Types(Product.Domain);

        types.Count(PureRules.MustBePure).ShouldBeGreaterThan(0);
        PureRules.Violations(types).ShouldHold();
    }

    [Theory]
    [InlineData(typeof(ClockPolicy), nameof(TimeProvider))]
    [InlineData(typeof(StoredClockPolicy), nameof(TimeProvider))]
    [InlineData(typeof(HiddenClockPolicy), nameof(TimeProvider))]
    [InlineData(typeof(DatabasePolicy), "DbSet")]
    [InlineData(typeof(RefusalWithRequest), "HttpClient")]
    [InlineData(typeof(AggregateWithContext), nameof(DbContext))]
    public void Planted_dependency_is_caught(Type planted, string used) =>
        PureRules.Violations([planted]).ShouldContain(violation => violation.Contains(used));

    [Fact]
    public void A_policy_over_dates_is_pure() => PureRules.Violations([typeof(PurePolicy)]).ShouldBeEmpty();

    private static class PurePolicy
    {
        public static bool InTime(DateOnly today, DateOnly last) => today <= last;
    }

    private static class ClockPolicy
    {
        public static bool InTime(TimeProvider clock, DateOnly last) => DateOnly.FromDateTime(clock.GetUtcNow().Date) <= last;
    }

    private sealed class StoredClockPolicy
    {
        public object? Clock { get; } = TimeProvider.System;
    }

    private static class HiddenClockPolicy
    {
        public static async Task<bool> InTime(DateOnly last)
        {
            await Task.Yield();
            return ((Func<bool>)(() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date) <= last))();
        }
    }

    private static class DatabasePolicy
    {
        public static bool Any(PortalDb db) => db.Set<object>().Any();
    }

    private sealed record RefusalWithRequest() : Refusal("Planted.")
    {
        public int Answer() => new HttpClient().GetHashCode();
    }

    private sealed class AggregateWithContext(DbContext context) : IEntity
    {
        public long Id => context.ContextId.Lease;
    }
}
