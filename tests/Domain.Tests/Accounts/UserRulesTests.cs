using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Accounts;

public class UserRulesTests
{
    [Theory, Requirement("ACC-04")]
    [InlineData("abcdefghijk", 1)]
    [InlineData("abcdefghijkl", 0)]
    [InlineData("1QAZ2wsx3edc", 1)]
    [InlineData("123456", 2)]
    [InlineData("xxJANE.DOExx", 1)]
    [InlineData("", 1)]
    public void Each_rule_that_a_password_does_not_meet_is_named(string password, int unmet) =>
        PasswordRules.Unmet(password, "jane.doe").Count.ShouldBe(unmet);

    [Fact, Requirement("ACC-04")]
    public void The_list_holds_a_thousand_passwords() => PasswordRules.CommonestCount.ShouldBe(1000);

    [Theory, Requirement("ACC-04")]
    [InlineData(5, false)]
    [InlineData(6, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_user_name_has_6_to_64_characters(int length, bool good) => PasswordRules.IsUsername(new string('a', length)).ShouldBe(good);

    [Fact, Requirement("ACC-04")]
    public async Task User_names_are_unique_whatever_their_case()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope(Actor.System("test"));
        var desk = scope.Get<UserDesk>();
        (await desk.CreateAsync(new("Jane.Doe", Practice.Password, "a@example.org", "Jane"), default)).Succeeded.ShouldBeTrue();
        (await desk.CreateAsync(new("jane.doe", Practice.Password, "b@example.org", "Jane"), default)).Refusal<UsernameTaken, User>();
    }

    [Fact, Requirement("ACC-04")]
    public async Task All_that_is_wrong_with_a_new_user_is_told_at_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Scope(Actor.System("test"));
        var outcome = await scope.Get<UserDesk>().CreateAsync(new("x y", "qwerty", "a@example.org", "Jane"), default);
        outcome.Refusals.OfType<InvalidFormat>().ShouldHaveSingleItem().Path.ShouldBe(["username"]);
        outcome.Refusals.OfType<PasswordTooWeak>().ShouldHaveSingleItem().UnmetRules.Count.ShouldBe(2);
    }
}
