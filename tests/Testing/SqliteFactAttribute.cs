using Xunit;

namespace Portal.Graph.Testing;

/// <summary>A test of what only the embedded database has: its file, its log, its typing.</summary>
public sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute() => Skip = TestData.IsOnServer ? SqliteOnly.Reason : null;
}

/// <inheritdoc cref="SqliteFactAttribute"/>
public sealed class SqliteTheoryAttribute : TheoryAttribute
{
    public SqliteTheoryAttribute() => Skip = TestData.IsOnServer ? SqliteOnly.Reason : null;
}

/// <summary>A test of what needs a database server: several processes on one database.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = TestData.IsOnServer ? null : "Runs on PostgreSQL: ./test --postgres.";
}

internal static class SqliteOnly
{
    public const string Reason = "About SQLite.";
}
