using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Sessions;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts;

[Requirement("ACC-05")]
public class SecretSealTests
{
    [Fact]
    public async Task A_sealed_secret_opens_for_its_user_only_and_what_was_stored_before_is_read_as_it_is()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope(Actor.Anonymous);
        var seal = scope.Get<SecretSeal>();
        var stored = seal.Seal("ABCDEFGHIJKLMNOP", 7);
        stored.ShouldNotContain("ABCDEFGH");
        stored.Length.ShouldBeLessThan(400);
        seal.Open(stored, 7).ShouldBe("ABCDEFGHIJKLMNOP");
        Should.Throw<CryptographicException>(() => seal.Open(stored, 8));
        seal.Open("ABCDEFGHIJKLMNOP", 7).ShouldBe("ABCDEFGHIJKLMNOP");
        seal.Seal("ABCDEFGHIJKLMNOP", 7).ShouldNotBe(stored);
    }

    [Fact]
    public async Task No_row_of_the_database_holds_a_secret_that_makes_codes()
    {
        await using var database = await TestDatabase.CreateAsync();
        var jane = await Practice.UserAsync(database, "jane.doe", Practice.Account(Market.OH));
        await using var scope = database.Scope((await database.ActorAsync((await database.SignInAsync("jane.doe")).Value!.AccessToken)).Value.ShouldNotBeNull());
        var secret = (await scope.Get<SecondFactorDesk>().StartAsync(null, default)).Value.ShouldNotBeNull().Secret;
        (await scope.Db.Set<SecondFactorSetup>().AsNoTracking().SingleAsync()).Secret.ShouldNotContain(secret);
        var code = Totp.Code(secret, Totp.StepOf(database.Clock.GetUtcNow()));
        (await scope.Get<SecondFactorDesk>().SetUpAsync(code, default)).Succeeded.ShouldBeTrue();
        var stored = (await scope.Db.Set<User>().AsNoTracking().SingleAsync(u => u.Id == jane.Id)).TotpSecret.ShouldNotBeNull();
        stored.ShouldStartWith("v1.");
        stored.ShouldNotContain(secret);
        database.Clock.Advance(TimeSpan.FromSeconds(30));
        (await database.SignInAsync("jane.doe", totp: Totp.Code(secret, Totp.StepOf(database.Clock.GetUtcNow())))).Succeeded.ShouldBeTrue();
    }
}
