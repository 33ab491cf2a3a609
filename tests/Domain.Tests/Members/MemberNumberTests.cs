using Portal.Graph.Domain.Members;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Members;

[Requirement("MBR-04")]
public class MemberNumberTests
{
    [Theory]
    [InlineData("123456789", "123456789-00")]
    [InlineData("12345678902", "123456789-02")]
    [InlineData("123456789-02", "123456789-02")]
    [InlineData("  123456789-02 ", "123456789-02")]
    public void The_three_written_forms_are_read(string text, string expected)
    {
        MemberNumber.TryParse(text, out var number).ShouldBeTrue();
        number.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("12345678"), InlineData("1234567890"), InlineData("123456789012")]
    [InlineData("12345678-902"), InlineData("123456789_02"), InlineData("12345678A"), InlineData("１２３４５６７８９")]
    public void Anything_else_is_not_a_member_number(string? text) => MemberNumber.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_dependent_shares_the_subscriber_number_and_never_has_suffix_00()
    {
        var subscriber = Member.Enroll(new("123456789", "00"), "Anna", "Rivera", new(1984, 3, 9), Gender.Female);
        Should.Throw<ArgumentException>(() => Member.Enroll(new("123456789", "01"), "Ben", "Rivera", new(2015, 3, 9), Gender.Male));
        Should.Throw<ArgumentException>(() => Member.Enroll(new("123456789", "00"), "Ben", "Rivera", new(2015, 3, 9), Gender.Male, subscriber));
        Should.Throw<ArgumentException>(() => Member.Enroll(new("999999999", "01"), "Ben", "Rivera", new(2015, 3, 9), Gender.Male, subscriber));
        Member.Enroll(new("123456789", "01"), "Ben", "Rivera", new(2015, 3, 9), Gender.Male, subscriber).Subscriber.ShouldBeSameAs(subscriber);
    }
}
