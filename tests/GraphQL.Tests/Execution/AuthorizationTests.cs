using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Execution;

public sealed class AuthorizationTests
{
    private static async Task<string> ExecuteAsync(HandMadeSchema s, string query, ClaimsPrincipal? user)
    {
        await using var host = s.Host();
        using var scope = host.CreateScope();
        using var result = await host.GetRequiredService<GraphQLExecutor>().ExecuteAsync(new GraphQLRequest(query), scope.ServiceProvider, user);
        return Encoding.UTF8.GetString(result.Utf8.Span);
    }

    private static ClaimsPrincipal User(params string[] permissions) => new(new ClaimsIdentity(permissions.Select(p => new Claim("permission", p)), "test"));

    private static HandMadeSchema Secrets(List<string> calls)
    {
        var s = new HandMadeSchema();
        s.Services.AddAuthorizationCore(o =>
        {
            o.AddPolicy("read", p => p.RequireClaim("permission", "read"));
            o.AddPolicy("write", p => p.RequireClaim("permission", "write"));
        });
        var resolver = s.Field("secret", "String", _ => { calls.Add("secret"); return "s"; });
        resolver.Authorize = [new AuthorizeAttribute("read")];
        var property = s.Property<object[]>("inner", "String", _ => { calls.Add("inner"); return "i"; });
        property.Authorize = [new AuthorizeAttribute("read"), new AuthorizeAttribute("write")];
        s.Object<object[]>("Box", property, s.Property<object[]>("open", "Int", _ => 1));
        var signedIn = s.Field("mine", "Int", _ => 1);
        signedIn.Authorize = [new AuthorizeAttribute()];
        s.Query(resolver, signedIn, s.Field("boxes", "[Box!]!", _ => new object[] { Array.Empty<object>(), Array.Empty<object>() }));
        return s;
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_told_so_and_no_resolver_runs()
    {
        var calls = new List<string>();
        var answer = (await ExecuteAsync(Secrets(calls), "{ secret mine }", null)).Parsed();
        answer.GetProperty("data").GetRawText().ShouldBe("""{"secret":null,"mine":null}""");
        answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("extensions").GetProperty("code").GetString())
            .ShouldBe([ErrorCodes.NotSignedIn, ErrorCodes.NotSignedIn]);
        answer.GetProperty("errors")[0].GetProperty("path").GetRawText().ShouldBe("""["secret"]""");
        calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_lacks_one_of_several_permissions_is_refused_per_field()
    {
        var calls = new List<string>();
        var answer = (await ExecuteAsync(Secrets(calls), "{ secret mine boxes { inner open } }", User("read"))).Parsed();
        answer.GetProperty("data").GetRawText().ShouldBe("""{"secret":"s","mine":1,"boxes":[{"inner":null,"open":1},{"inner":null,"open":1}]}""");
        answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("extensions").GetProperty("code").GetString())
            .ShouldBe([ErrorCodes.Forbidden, ErrorCodes.Forbidden]);
        calls.ShouldBe(["secret"]);
    }

    [Fact]
    public async Task Who_has_all_permissions_sees_everything()
    {
        var answer = await ExecuteAsync(Secrets([]), "{ secret boxes { inner } }", User("read", "write"));
        answer.ShouldBe("""{"data":{"secret":"s","boxes":[{"inner":"i"},{"inner":"i"}]}}""");
    }

    private sealed record NotAllowed(string Policy);

    private sealed class Counting : IFieldAuthorizer
    {
        public List<string?> Asked { get; } = [];

        public async ValueTask<object?> AuthorizeAsync(AuthorizeAttribute requirement, ClaimsPrincipal user, IServiceProvider services, CancellationToken cancellationToken)
        {
            Asked.Add(requirement.Policy);
            await Task.Yield();
            return requirement.Policy switch
            {
                "throws" => throw new InvalidOperationException("hidden"),
                "refused" => new NotAllowed("refused"),
                _ => null,
            };
        }
    }

    [Fact]
    public async Task Each_requirement_is_asked_once_in_a_request()
    {
        var s = Secrets([]);
        var counting = new Counting();
        s.Services.AddSingleton<IFieldAuthorizer>(counting);
        await ExecuteAsync(s, "{ secret again: secret boxes { inner other: inner } mine }", null);
        counting.Asked.ShouldBe(["read", null, "write"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_check_that_fails_lets_nobody_in()
    {
        var s = new HandMadeSchema();
        s.Services.AddSingleton<IFieldAuthorizer>(new Counting());
        var field = s.Field("a", "Int", _ => 1);
        field.Authorize = [new AuthorizeAttribute("throws")];
        s.Query(field);
        var answer = await ExecuteAsync(s, "{ a }", null);
        answer.ShouldContain(ErrorCodes.InternalError);
        answer.ShouldNotContain("hidden");
        answer.ShouldStartWith("""{"data":{"a":null}""");
    }

    private sealed record Payload(IReadOnlyList<object> Errors);

    [Fact]
    public async Task A_refusal_that_a_mutation_declares_is_an_error_of_its_payload_and_else_a_graphql_error()
    {
        var s = new HandMadeSchema();
        s.Services.AddSingleton<IFieldAuthorizer>(new Counting());
        s.Object<NotAllowed>("NotAllowed", s.Property<NotAllowed>("policy", "String", n => n.Policy));
        s.Object<Payload>("Payload", s.Property<Payload>("errors", "[NotAllowed!]", p => p.Errors));
        var declared = s.Field("declared", "Payload!", _ => new Payload([]));
        (declared.Authorize, declared.Errors) = ([new AuthorizeAttribute("refused")], new MutationErrors([typeof(NotAllowed)], errors => new Payload(errors)));
        var undeclared = s.Field("undeclared", "Payload", _ => new Payload([]));
        undeclared.Authorize = [new AuthorizeAttribute("refused")];
        s.Query(s.Field("x", "Int", _ => 1));
        s.Mutation(declared, undeclared);
        (await ExecuteAsync(s, "mutation { declared { errors { policy } } undeclared { errors { policy } } }", null)).ShouldBeJson("""
            {"data":{"declared":{"errors":[{"policy":"refused"}]},"undeclared":null},
             "errors":[{"message":"Not Allowed.","locations":[{"line":1,"column":43}],"path":["undeclared"],"extensions":{"code":"NOT_ALLOWED"}}]}
            """);
    }
}
