using System.Text;
using System.Text.Json;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Language;
using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Tests.Types;

public sealed class ScalarTests
{
    private static readonly Dictionary<string, ScalarType> _scalars =
        BuiltInScalars.Specified.Concat(BuiltInScalars.Custom).ToDictionary(s => s.Name);

    [Theory]
    [InlineData("Int", "2147483647", "2147483647")]
    [InlineData("Int", "-2147483648", "-2147483648")]
    [InlineData("Int", "1e3", "1000")]
    [InlineData("Int", "1.0", "1")]
    [InlineData("Long", "9223372036854775807", "9223372036854775807")]
    [InlineData("Long", "5.0", "5")]
    [InlineData("Float", "1", "1")]
    [InlineData("Float", "-0.5", "-0.5")]
    [InlineData("String", "\"a\\\"b\"", "\"a\\u0022b\"")]
    [InlineData("Boolean", "true", "true")]
    [InlineData("ID", "\"x\"", "\"x\"")]
    [InlineData("ID", "7", "\"7\"")]
    [InlineData("Decimal", "12.50", "12.50")]
    [InlineData("Decimal", "\"12.50\"", "12.50")]
    [InlineData("Decimal", "79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("Decimal", "1e2", "100")]
    [InlineData("Date", "\"2024-02-29\"", "\"2024-02-29\"")]
    [InlineData("DateTime", "\"2026-03-01T14:30:00Z\"", "\"2026-03-01T14:30:00Z\"")]
    [InlineData("DateTime", "\"2026-03-01t09:30:00.25-05:00\"", "\"2026-03-01T14:30:00.25Z\"")]
    [InlineData("UUID", "\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"", "\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"")]
    public void A_variable_is_read_and_written(string scalar, string json, string written)
    {
        var value = _scalars[scalar].ParseJson(JsonDocument.Parse(json).RootElement);
        using var writer = new ResultWriter();
        _scalars[scalar].Write(value, writer);
        var text = Encoding.UTF8.GetString(writer.WrittenSpan);
        JsonElement.DeepEquals(JsonDocument.Parse(text).RootElement, JsonDocument.Parse(written).RootElement).ShouldBeTrue(text);
        if (scalar == "Decimal") text.ShouldBe(written);
    }

    [Theory]
    [InlineData("Int", "\"x\"", "Int cannot represent non-integer value: \"x\"")]
    [InlineData("Int", "1.5", "Int cannot represent non-integer value: 1.5")]
    [InlineData("Int", "true", "Int cannot represent non-integer value: true")]
    [InlineData("Int", "[1]", "Int cannot represent non-integer value: [1]")]
    [InlineData("Int", "{\"a\":1}", "Int cannot represent non-integer value: { a: 1 }")]
    [InlineData("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Int", "-2147483649", "Int cannot represent non 32-bit signed integer value: -2147483649")]
    [InlineData("Long", "9223372036854775808", "Long cannot represent non 64-bit signed integer value: 9223372036854775808")]
    [InlineData("Long", "1.5", "Long cannot represent non-integer value: 1.5")]
    [InlineData("Float", "\"1\"", "Float cannot represent non numeric value: \"1\"")]
    [InlineData("Float", "1e999", "Float cannot represent non numeric value: 1e999")]
    [InlineData("String", "1", "String cannot represent a non string value: 1")]
    [InlineData("Boolean", "1", "Boolean cannot represent a non boolean value: 1")]
    [InlineData("ID", "1.5", "ID cannot represent value: 1.5")]
    [InlineData("ID", "true", "ID cannot represent value: true")]
    [InlineData("Decimal", "\"twelve\"", "Decimal cannot represent non numeric value: \"twelve\"")]
    [InlineData("Decimal", "\"1,000\"", "Decimal cannot represent non numeric value: \"1,000\"")]
    [InlineData("Decimal", "79228162514264337593543950336", "Decimal cannot represent non numeric value: 79228162514264337593543950336")]
    [InlineData("Date", "\"2023-02-29\"", "Date cannot represent a value that is not a calendar date as YYYY-MM-DD: \"2023-02-29\"")]
    [InlineData("Date", "\"2024-02-29T00:00:00Z\"", "Date cannot represent a value that is not a calendar date as YYYY-MM-DD: \"2024-02-29T00:00:00Z\"")]
    [InlineData("DateTime", "\"2026-03-01T14:30:00\"", "DateTime cannot represent a value that is not a date and time with offset as in RFC 3339: \"2026-03-01T14:30:00\"")]
    [InlineData("DateTime", "\"2026-03-01\"", "DateTime cannot represent a value that is not a date and time with offset as in RFC 3339: \"2026-03-01\"")]
    [InlineData("UUID", "\"6f9619ff\"", "UUID cannot represent value: \"6f9619ff\"")]
    public void A_variable_that_does_not_fit_is_refused(string scalar, string json, string message) =>
        Should.Throw<CoercionException>(() => _scalars[scalar].ParseJson(JsonDocument.Parse(json).RootElement)).Message.ShouldBe(message);

    [Theory]
    [InlineData("Int", "5", 5)]
    [InlineData("Float", "5", 5d)]
    [InlineData("Float", "5.5e1", 55d)]
    [InlineData("Long", "5", 5L)]
    [InlineData("String", "\"a\"", "a")]
    [InlineData("Boolean", "false", false)]
    [InlineData("ID", "5", "5")]
    [InlineData("ID", "\"5\"", "5")]
    public void A_literal_is_read(string scalar, string literal, object value) => _scalars[scalar].ParseLiteral(Value(literal)).ShouldBe(value);

    [Theory]
    [InlineData("Decimal", "5")]
    [InlineData("Decimal", "5.00")]
    [InlineData("Decimal", "\"5.0\"")]
    public void A_decimal_is_read_from_any_literal_of_a_number(string scalar, string literal) => _scalars[scalar].ParseLiteral(Value(literal)).ShouldBe(5m);

    [Theory]
    [InlineData("Int", "5.0", "Int cannot represent non-integer value: 5.0")]
    [InlineData("Int", "\"5\"", "Int cannot represent non-integer value: \"5\"")]
    [InlineData("Int", "99999999999", "Int cannot represent non 32-bit signed integer value: 99999999999")]
    [InlineData("Long", "5.0", "Long cannot represent non-integer value: 5.0")]
    [InlineData("Long", "99999999999999999999", "Long cannot represent non 64-bit signed integer value: 99999999999999999999")]
    [InlineData("Float", "\"5\"", "Float cannot represent non numeric value: \"5\"")]
    [InlineData("String", "5", "String cannot represent a non string value: 5")]
    [InlineData("String", "NAME", "String cannot represent a non string value: NAME")]
    [InlineData("Boolean", "\"true\"", "Boolean cannot represent a non boolean value: \"true\"")]
    [InlineData("ID", "5.5", "ID cannot represent a non-string and non-integer value: 5.5")]
    [InlineData("Decimal", "true", "Decimal cannot represent non numeric value: true")]
    [InlineData("Date", "5", "Date cannot represent a value that is not a calendar date as YYYY-MM-DD: 5")]
    public void A_literal_that_does_not_fit_is_refused(string scalar, string literal, string message) =>
        Should.Throw<CoercionException>(() => _scalars[scalar].ParseLiteral(Value(literal))).Message.ShouldBe(message);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_result_that_is_no_number_is_refused(double value)
    {
        using var writer = new ResultWriter();
        Should.Throw<CoercionException>(() => BuiltInScalars.Float.Write(value, writer));
    }

    [Fact]
    public void Scalars_of_the_library_say_where_they_are_specified() =>
        BuiltInScalars.Custom.ShouldAllBe(s => s.SpecifiedBy != null && s.Description != null);

    private static ValueNode Value(string literal)
    {
        var document = Parser.Parse($"{{ f(a: {literal}) }}");
        return ((FieldNode)((OperationDefinitionNode)document.Definitions[0]).SelectionSet.Selections[0]).Arguments[0].Value;
    }
}
