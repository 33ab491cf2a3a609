using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts;

public class RememberedTokenTests
{
    [Fact, Requirement("ACC-05")]
    public async Task A_remembered_token_ends_with_its_lifetime_and_changes_of_one_are_not_taken()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope(Actor.Anonymous);
        var (issuer, tokens) = (scope.Get<TokenIssuer>(), scope.Get<RememberedTokens>());
        var (token, expires) = issuer.Issue(7, 9, Market.OH);

        var first = await tokens.ValidateTokenAsync(token, issuer.ValidationParameters);
        var again = await tokens.ValidateTokenAsync(token, issuer.ValidationParameters);
        again.IsValid.ShouldBeTrue();
        again.ClaimsIdentity.FindFirst("sid")!.Value.ShouldBe("9");
        // What one request does to its identity stays with it.
        again.ClaimsIdentity.ShouldNotBeSameAs(first.ClaimsIdentity);

        var other = issuer.Issue(8, 9, Market.OH).Token;
        var mixed = $"{other[..other.LastIndexOf('.')]}{token[token.LastIndexOf('.')..]}";
        (await tokens.ValidateTokenAsync(mixed, issuer.ValidationParameters)).IsValid.ShouldBeFalse();

        database.Clock.Advance(expires - database.Clock.GetUtcNow() - TimeSpan.FromSeconds(1));
        (await tokens.ValidateTokenAsync(token, issuer.ValidationParameters)).IsValid.ShouldBeTrue();
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        (await tokens.ValidateTokenAsync(token, issuer.ValidationParameters)).IsValid.ShouldBeFalse();
    }
}
