using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform;

public class MigrationTests
{
    private const string SqliteShape = """
        SELECT 'column ' || t.name || '.' || c.name || ' ' || c.type || ' notnull=' || c."notnull" || ' pk=' || c.pk FROM sqlite_master t, pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\' AND t.name NOT LIKE 'sqlite%'
        UNION ALL SELECT 'index ' || i.tbl_name || ' ' || i.name || ' ' || coalesce(i.sql, '') FROM sqlite_master i WHERE i.type = 'index' AND i.name NOT LIKE 'sqlite%'
        UNION ALL SELECT 'reference ' || t.name || '.' || f."from" || ' ' || f."table" || '.' || f."to" || ' ' || f.on_delete FROM sqlite_master t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
        UNION ALL SELECT 'autoincrement ' || name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%' AND name NOT LIKE '\_\_EF%' ESCAPE '\'
        """;

    private const string PostgresShape = """
        SELECT concat('column ', table_name, '.', column_name, ' ', data_type, ' ', character_maximum_length, ' ', numeric_precision, ',', numeric_scale, ' ', is_nullable, ' ', is_identity, ' ', collation_name)
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        UNION ALL SELECT concat('index ', indexdef) FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
        UNION ALL SELECT concat('constraint ', conrelid::regclass, ' ', conname, ' ', pg_get_constraintdef(oid)) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
        """;

    [Fact, Requirement("PLT-15")]
    public async Task The_migrations_make_exactly_the_models_schema()
    {
        await using var migrated = await TestDatabase.CreateAsync();
        var (shape, model) = await ShapesAsync(migrated);
        shape.Count.ShouldBeGreaterThan(100);
        shape.Except(model).ShouldBeEmpty("made by the migrations, not in the model");
        model.Except(shape).ShouldBeEmpty("in the model, not made by the migrations");
    }

    [Fact, Requirement("PLT-15")]
    public async Task Migrating_again_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope(Actor.System("test"));
        var policies = await scope.Db.Set<Portal.Graph.Domain.Platform.Policies.PolicySetting>().CountAsync();
        await scope.Get<PortalDatabase>().MigrateAsync(default);
        (await scope.Db.Set<Portal.Graph.Domain.Platform.Policies.PolicySetting>().CountAsync()).ShouldBe(policies);
        policies.ShouldBeGreaterThan(60);
    }

    private static async Task<(List<string> Migrated, List<string> Model)> ShapesAsync(TestDatabase migrated)
    {
        await using var scope = migrated.Scope(Actor.System("test"));
        var other = new DbContextOptionsBuilder<PortalDb>();
        if (scope.Db.IsSqlite)
        {
            var file = Path.Combine(migrated.Directory, "model.db");
            await using var model = new PortalDb(other.UseSqlite($"Data Source={file};Pooling=False").Options);
            await model.Database.EnsureCreatedAsync();
            return (await RowsAsync(scope.Db, SqliteShape), await RowsAsync(model, SqliteShape));
        }
        var name = $"portal_test_{Guid.NewGuid():n}";
        var server = new NpgsqlConnectionStringBuilder(scope.Db.Database.GetConnectionString()) { Database = name, Pooling = false };
        await using var created = new PortalDb(other.UseNpgsql(server.ToString()).Options);
        await created.Database.EnsureCreatedAsync();
        var shapes = (await RowsAsync(scope.Db, PostgresShape), await RowsAsync(created, PostgresShape));
        await created.Database.EnsureDeletedAsync();
        return shapes;
    }

    private static async Task<List<string>> RowsAsync(PortalDb db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
