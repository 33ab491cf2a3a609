using System.Reflection;
using System.Text.RegularExpressions;

namespace Portal.Graph.Architecture.Tests.Guards;

/// <summary>The API and the staff pages ask desks and reads of Domain; the database is not theirs to open.</summary>
public static partial class DatabaseBehindTheDesk
{
    public static IEnumerable<string> Violations(IEnumerable<SourceFile> files) =>
        from file in files
        from line in file.CodeLines
        where Context().IsMatch(line.Text)
        select $"{file.Path}:{line.Number} names the database context: call a desk or a read of Domain.";

    public static IEnumerable<string> Violations(string project, IEnumerable<AssemblyName> referenced) =>
        referenced.Where(name => name.Name!.StartsWith("Microsoft.EntityFrameworkCore") || name.Name.StartsWith("Npgsql"))
            .Select(name => $"{project} is compiled against {name.Name}: queries belong to Domain.");

    [GeneratedRegex(@"\b(PortalDb|DbContext|IDbContextFactory)\b")]
    private static partial Regex Context();
}
