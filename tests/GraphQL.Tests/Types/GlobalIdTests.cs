using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Types;

public sealed class GlobalIdTests
{
    [Fact]
    public void The_value_comes_back()
    {
        var guid = Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff");
        GlobalId.Decode<long>("Claim", GlobalId.Encode("Claim", 42L)).ShouldBe(42L);
        GlobalId.Decode<string>("Claim", GlobalId.Encode("Claim", "a:b/ü")).ShouldBe("a:b/ü");
        GlobalId.Decode<Guid>("Claim", GlobalId.Encode("Claim", guid)).ShouldBe(guid);
    }

    [Fact]
    public void It_is_safe_in_addresses() => GlobalId.Encode("Claim", "???>>>").ShouldBe(Uri.EscapeDataString(GlobalId.Encode("Claim", "???>>>")));

    [Fact]
    public void An_id_of_another_type_is_refused() =>
        Should.Throw<CoercionException>(() => GlobalId.Decode<long>("Claim", GlobalId.Encode("Member", 1L))).Message.ShouldEndWith("It is the ID of a Member, not of a Claim.");

    [Theory]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("not an id!")]
    [InlineData("Q2xhaW0")]
    [InlineData("Q2xhaW06eA")]
    public void What_this_server_never_gave_out_is_refused(string id) =>
        Should.Throw<CoercionException>(() => GlobalId.Decode<long>("Claim", id)).Message.ShouldEndWith("It is not an ID that this server gave out.");
}
