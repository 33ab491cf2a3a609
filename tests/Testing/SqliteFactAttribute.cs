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

internal static class SqliteOnly
{
    public const string Reason = "About SQLite.";
}
