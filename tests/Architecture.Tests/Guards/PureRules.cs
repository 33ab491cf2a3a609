using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Architecture.Tests.Guards;

/// <summary>Policies, refusals and aggregates decide from facts they are given: no database, no HTTP, no clock.</summary>
public static class PureRules
{
    private static readonly string[] Outside =
        ["Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite", "Npgsql", "System.Data", "System.Net.Http", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc"];

    public static IEnumerable<string> Violations(IEnumerable<Type> types) =>
        from type in types
        where MustBePure(type)
        from used in MembersUsed.TypesUsedBy(type)
        where used == typeof(TimeProvider) || IsOutside(used)
        select $"{type.FullName} uses {used.FullName}: it must decide from facts it is given (take today as a parameter, load in the desk).";

    public static bool MustBePure(Type type) =>
        type.Name.EndsWith("Policy") || type.IsSubclassOf(typeof(Refusal)) || (type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IEntity)));

    private static bool IsOutside(Type type) =>
        type.Namespace is { } space && Outside.Any(outside => space == outside || space.StartsWith(outside + "."));
}
