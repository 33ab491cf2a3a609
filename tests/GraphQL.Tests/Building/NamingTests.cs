using Portal.GraphQL.Building;

namespace Portal.GraphQL.Tests.Building;

public sealed class NamingTests
{
    [Theory]
    [InlineData("ClaimNumber", "claimNumber")]
    [InlineData("NPI", "npi")]
    [InlineData("EOBUrl", "eobUrl")]
    [InlineData("A", "a")]
    [InlineData("already", "already")]
    [InlineData("X12Code", "x12Code")]
    [InlineData("ID2", "id2")]
    public void Members_are_camel_case(string clr, string name) => Naming.Camel(clr).ShouldBe(name);

    [Theory]
    [InlineData("InReview", "IN_REVIEW")]
    [InlineData("Hcfa1500", "HCFA1500")]
    [InlineData("UBForm", "UB_FORM")]
    [InlineData("MARKET_GA", "MARKET_GA")]
    [InlineData("Open", "OPEN")]
    public void Enum_values_are_screaming_snake_case(string clr, string name) => Naming.EnumValue(clr).ShouldBe(name);

    [Theory]
    [InlineData(nameof(GetClaimsAsync), "claims")]
    [InlineData(nameof(Getter), "getter")]
    [InlineData(nameof(Get), "get")]
    [InlineData(nameof(Renamed), "other")]
    public void Methods_lose_get_and_async(string method, string name) => Naming.Field(GetType().GetMethod(method)!).ShouldBe(name);

    [Fact]
    public void Types_keep_their_names_and_inputs_and_errors_get_theirs()
    {
        Naming.Type(typeof(Page<Nested>)).ShouldBe("PageOfNested");
        Naming.InputType(typeof(Nested)).ShouldBe("NestedInput");
        Naming.InputType(typeof(NestedInput)).ShouldBe("NestedInput");
        Naming.ErrorType(typeof(Nested)).ShouldBe("NestedError");
        Naming.ErrorType(typeof(NestedError)).ShouldBe("NestedError");
        Naming.InterfaceType(typeof(IThing)).ShouldBe("Thing");
        Naming.InterfaceType(typeof(Item)).ShouldBe("Item");
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "xUnit1013", Justification = "Named by the test.")]
    public static void GetClaimsAsync() { }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "xUnit1013", Justification = "Named by the test.")]
    public static void Getter() { }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "xUnit1013", Justification = "Named by the test.")]
    public static void Get() { }

    [GraphQLName("other"), System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "xUnit1013", Justification = "Named by the test.")]
    public static void Renamed() { }

    private sealed class Page<T>;
    private sealed class Nested;
    private sealed class NestedInput;
    private sealed class NestedError;
    private interface IThing;
    private abstract class Item;
}
