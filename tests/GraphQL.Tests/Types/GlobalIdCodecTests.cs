using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Types;

public sealed class GlobalIdCodecTests
{
    [Fact]
    public void The_value_comes_back()
    {
        var guid = Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff");
        GlobalIdCodec.Plain.Decode<long>("Claim", GlobalIdCodec.Plain.Encode("Claim", 42L)).ShouldBe(42L);
        GlobalIdCodec.Plain.Decode<string>("Claim", GlobalIdCodec.Plain.Encode("Claim", "a:b/ü")).ShouldBe("a:b/ü");
        GlobalIdCodec.Plain.Decode<Guid>("Claim", GlobalIdCodec.Plain.Encode("Claim", guid)).ShouldBe(guid);
    }

    [Fact]
    public void It_is_safe_in_addresses() => GlobalIdCodec.Plain.Encode("Claim", "???>>>").ShouldBe(Uri.EscapeDataString(GlobalIdCodec.Plain.Encode("Claim", "???>>>")));

    [Fact]
    public void An_id_of_another_type_is_refused() =>
        Should.Throw<CoercionException>(() => GlobalIdCodec.Plain.Decode<long>("Claim", GlobalIdCodec.Plain.Encode("Member", 1L))).Message.ShouldEndWith("It is the ID of a Member, not of a Claim.");

    [Theory]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("not an id!")]
    [InlineData("Q2xhaW0")]
    [InlineData("Q2xhaW06eA")]
    public void What_this_server_never_gave_out_is_refused(string id) =>
        Should.Throw<CoercionException>(() => GlobalIdCodec.Plain.Decode<long>("Claim", id)).Message.ShouldEndWith("It is not an ID that this server gave out.");

    [Fact]
    public void A_signed_id_cannot_be_made_up_or_altered()
    {
        var codec = new GlobalIdCodec(() => new byte[32]);
        var id = codec.Encode("Claim", 42L);
        codec.Decode<long>("Claim", id).ShouldBe(42L);
        codec.TryDecode(GlobalIdCodec.Plain.Encode("Claim", 42L), out _, out _).ShouldBeFalse();
        codec.TryDecode((id[0] == 'A' ? 'B' : 'A') + id[1..], out _, out _).ShouldBeFalse();
        new GlobalIdCodec(() => [.. Enumerable.Repeat((byte)1, 32)]).TryDecode(id, out _, out _).ShouldBeFalse();
    }
}
