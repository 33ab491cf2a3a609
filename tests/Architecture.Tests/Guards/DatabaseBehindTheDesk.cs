using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Portal.Graph.Architecture.Tests.Guards;

/// <summary>The API and the staff pages ask desks and reads of Domain; the database is not theirs to open.</summary>
public static partial class DatabaseBehindTheDesk
{
    public static IEnumerable<string> Violations(IEnumerable<SourceFile> files) =>
        from file in files
        from line in file.CodeLines
        where Context().IsMatch(line.Text)
        select $"{file.Path}:{line.Number} names the database context: call a desk or a read of Domain.";

    /// <summary>The same in compiled code, where a context could hide behind <c>var</c> or a set.</summary>
    public static IEnumerable<string> Violations(IEnumerable<Type> types) =>
        from type in types
        from used in MembersUsed.TypesUsedBy(type)
        where used.IsAssignableTo(typeof(DbContext)) || used == typeof(DatabaseFacade)
            || (used.IsGenericType && used.GetGenericTypeDefinition() == typeof(DbSet<>))
        select $"{type.FullName} uses {used.Name}: call a desk or a read of Domain.";

    [GeneratedRegex(@"\b(PortalDb|DbContext|IDbContextFactory)\b")]
    private static partial Regex Context();
}
