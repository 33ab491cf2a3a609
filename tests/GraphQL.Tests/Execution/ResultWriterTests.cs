using System.Text;
using System.Text.Json;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Tests.Execution;

public sealed class ResultWriterTests
{
    private static string Written(Action<ResultWriter> write)
    {
        using var writer = new ResultWriter(16);
        write(writer);
        return Encoding.UTF8.GetString(writer.WrittenSpan);
    }

    [Fact]
    public void Commas_stand_between_members_and_items_only() =>
        Written(w =>
        {
            w.StartObject();
            w.WriteName("a"); w.StartArray(); w.WriteNumber(1); w.WriteNull(); w.StartArray(); w.EndArray(); w.StartObject(); w.EndObject(); w.EndArray();
            w.WriteName(ResultWriter.EncodeName("b")); w.WriteBoolean(true);
            w.WriteName("c"); w.WriteString(":[{");
            w.WriteName("d"); w.WriteBoolean(false);
            w.EndObject();
        }).ShouldBe("""{"a":[1,null,[],{}],"b":true,"c":":[{","d":false}""");

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("quote \" backslash \\ slash /")]
    [InlineData("\b\f\n\r\t\u0000\u001f\u007f")]
    [InlineData("grün 日本 😀 \u2028")]
    [InlineData("ends with escape\n")]
    public void Text_reads_back_as_it_was(string text)
    {
        JsonSerializer.Deserialize<string>(Written(w => w.WriteString(text))).ShouldBe(text);
        JsonSerializer.Deserialize<string>(Written(w => w.WriteUtf8String(Encoding.UTF8.GetBytes(text)))).ShouldBe(text);
    }

    [Fact]
    public void Text_longer_than_the_buffer_reads_back_as_it_was()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i}\"ü😀"));
        JsonSerializer.Deserialize<string>(Written(w => w.WriteString(text))).ShouldBe(text);
        JsonSerializer.Deserialize<string>(Written(w => w.WriteUtf8String(Encoding.UTF8.GetBytes(text)))).ShouldBe(text);
    }

    // Not theory data: the test runner itself cannot carry such text.
    [Fact]
    public void A_surrogate_without_its_partner_becomes_the_replacement_character()
    {
        foreach (var (text, expected) in new[] { ("a\ud800b", "a\ufffdb"), ("\udc00", "\ufffd"), ("x\ud83d", "x\ufffd"), ("\ud83d\"", "\ufffd\"") })
            JsonSerializer.Deserialize<string>(Written(w => w.WriteString(text))).ShouldBe(expected);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_become_the_replacement_character() =>
        JsonSerializer.Deserialize<string>(Written(w => w.WriteUtf8String([(byte)'a', 0xff, (byte)'b']))).ShouldBe("a\ufffdb");

    [Fact]
    public void Numbers_are_exact() =>
        Written(w =>
        {
            w.StartArray();
            w.WriteNumber(int.MinValue); w.WriteNumber(long.MaxValue); w.WriteNumber(1.50m); w.WriteNumber(decimal.MinValue);
            w.WriteNumber(0.1); w.WriteNumber(1e300); w.WriteNumber(-0.0);
            w.EndArray();
        }).ShouldBe("[-2147483648,9223372036854775807,1.50,-79228162514264337593543950335,0.1,1E+300,-0]");

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_json_does_not_have_is_refused(double value) =>
        Should.Throw<CoercionException>(() => Written(w => w.WriteNumber(value)));

    [Fact]
    public void Going_back_forgets_what_was_written_and_places_commas_right() =>
        Written(w =>
        {
            w.StartObject();
            w.WriteName("a"); w.WriteNumber(1);
            var name = w.Position;
            w.WriteName("b");
            var value = w.Position;
            w.StartObject(); w.WriteName("c"); w.WriteString("lost");
            w.Rewind(value);
            w.WriteNull();
            w.WriteName("d"); w.WriteNumber(2);
            w.EndObject();
            name.ShouldBeLessThan(value);
        }).ShouldBe("""{"a":1,"b":null,"d":2}""");

    [Fact]
    public void Going_forward_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Written(w => w.Rewind(1)));
}
