using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>
/// PLT-19: a record that belongs to provider accounts. Below every query for it stands the filter that it names, so that no read can forget
/// whose it is; what else must hold, such as a permission, its reads ask for. Only a rule that must see what the reader may not lifts it, by
/// <c>IgnoreQueryFilters([AccountRecords.Filter])</c>, and gives nothing of it out.
/// </summary>
public interface IAccountRecord<TSelf> where TSelf : class, IAccountRecord<TSelf>
{
    /// <summary>Whether the record is one of the reader's; <paramref name="db"/> says who reads (<see cref="PortalDb.ReadsEveryAccount"/> and what follows it).</summary>
    static abstract Expression<Func<TSelf, bool>> IsOfReader(PortalDb db);
}

/// <summary>Puts the filters into the model.</summary>
internal static class AccountRecords
{
    public const string Filter = "account";

    private static readonly MethodInfo FilterOne = typeof(AccountRecords).GetMethod(nameof(IsOfReader), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static void FilterAccountRecords(this ModelBuilder model, PortalDb db)
    {
        foreach (var type in model.Model.GetEntityTypes().Select(entity => entity.ClrType).Where(IsAccountRecord).ToList())
            model.Entity(type).HasQueryFilter(Filter, (LambdaExpression)FilterOne.MakeGenericMethod(type).Invoke(null, [db])!);
    }

    public static bool IsAccountRecord(Type type) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAccountRecord<>));

    private static LambdaExpression IsOfReader<T>(PortalDb db) where T : class, IAccountRecord<T> => T.IsOfReader(db);
}
