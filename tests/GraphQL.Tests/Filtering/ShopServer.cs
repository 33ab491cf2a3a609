using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Filtering;

/// <summary>The shop's schema over SQLite, and the statements that it sends.</summary>
public sealed class ShopServer : DbCommandInterceptor, IAsyncDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly ServiceProvider _services;

    public ShopServer()
    {
        _connection.Open();
        var plain = new DbContextOptionsBuilder<Shop>().UseSqlite(_connection).Options;
        Shop.Fill(_connection, plain);
        using (var shop = new Shop(plain)) Books = [.. shop.Books.Include(b => b.Writer).Include(b => b.Reviews).OrderBy(b => b.Id)];
        var services = new ServiceCollection();
        services.AddDbContext<Shop>(o => o.UseSqlite(_connection).AddInterceptors(this));
        services.AddGraphQLServer().AddTypes(typeof(ShopQueries));
        _services = services.BuildServiceProvider();
    }

    /// <summary>What the database holds, to compare with.</summary>
    public IReadOnlyList<Book> Books { get; }

    public List<string> Statements { get; } = [];

    public Schema Schema => _services.GetRequiredService<Schema>();

    public async Task<JsonElement> SendAsync(string query, object? variables = null)
    {
        Statements.Clear();
        await using var scope = _services.CreateAsyncScope();
        var request = new GraphQLRequest(query) { Variables = JsonSerializer.SerializeToElement(variables ?? new { }) };
        using var result = await scope.ServiceProvider.GetRequiredService<GraphQLExecutor>().ExecuteAsync(request, scope.ServiceProvider);
        return JsonDocument.Parse(result.Utf8.ToArray()).RootElement;
    }

    /// <summary>Makes global IDs as the server does.</summary>
    public GlobalIdCodec Ids => GlobalIdCodec.Plain;

    /// <summary>The code of the one error.</summary>
    public async Task<string?> RefusalAsync(string query, object? variables = null) =>
        (await SendAsync(query, variables)).GetProperty("errors").EnumerateArray().Single().GetProperty("extensions").GetProperty("code").GetString();

    /// <summary>The IDs that a filter of all books finds, in one statement.</summary>
    public async Task<long[]> FindAsync(string where)
    {
        var answer = await SendAsync($"{{ books(where: {where}) {{ nodes {{ title code secret }} }} }}");
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        Statements.Count.ShouldBe(1, where);
        return [.. answer.GetProperty("data").GetProperty("books").GetProperty("nodes").EnumerateArray().Select(n => long.Parse(n.GetProperty("secret").GetString()![1..]))];
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Statements.Add(command.CommandText);
        return new(result);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Statements.Add(command.CommandText);
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
