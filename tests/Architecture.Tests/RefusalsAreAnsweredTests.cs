using Portal.Graph.Architecture.Tests.Guards;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Accounts.Fees;
using Portal.Graph.Domain.Accounts.Procedures;
using Portal.Graph.Domain.Accounts.Resources;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Imports;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Csv;
using Portal.Graph.Domain.Platform.Files;
using Portal.GraphQL.Building;

namespace Portal.Graph.Architecture.Tests;

public sealed class RefusalsAreAnsweredTests
{
    /// <summary>Refusals that no <c>[Error&lt;T&gt;]</c> declares, because they are answered another way.</summary>
    private static readonly Dictionary<string, string> AnsweredOtherwise = new()
    {
        [nameof(CheckNumberNotFound)] = Search, [nameof(ClaimNotFound)] = Search, [nameof(ClaimOlderThanLookback)] = Search,
        [nameof(DateRangeTooWide)] = Search, [nameof(SearchTooBroad)] = Search, [nameof(TooManyClaimNumbers)] = Search,
        [nameof(DateOfServiceInFuture)] = Search, [nameof(DateOfServiceRequired)] = Search, [nameof(DateOfServiceTooOld)] = Search,
        [nameof(MemberNotFound)] = Search, [nameof(MemberSuffixNotFound)] = Search, [nameof(NoIdsGiven)] = Search,
        [nameof(SearchModeRequired)] = Search, [nameof(TooManyIds)] = Search, [nameof(ResourceNotAvailable)] = Search,
        [nameof(FeeNotFound)] = Search, [nameof(ProcedureNotFound)] = Search, [nameof(TemplateHeaderMismatch)] = FilePage, [nameof(TemplateLineBroken)] = FilePage,
        [nameof(DocumentNotYetAvailable)] = "the download over HTTP answers with it",
        [nameof(ImportFileMissing)] = "the import verb prints it",
        [nameof(SpanDatesReversed)] = CoreSystem, [nameof(SpanOverlap)] = CoreSystem,
    };

    private const string Search = "only queries refuse with it: the field fails with its code";
    private const string FilePage = "the staff page that takes the file answers with it";
    private const string CoreSystem = "the plan's own systems write coverage; their mutation comes with the rest of Coverage";

    [Fact]
    public void Every_refusal_is_declared_by_a_mutation_or_query()
    {
        if (Product.SchemaIsEmpty) return;

        HashSet<string> declared =
            [.. RefusalsAreAnswered.Declared(Product.Types(Product.Schema)), .. SourceTree.TextOrNull("schema.graphql") is { } sdl ? RefusalsAreAnswered.Declared(sdl) : []];
        RefusalsAreAnswered.Undeclared(RefusalsAreAnswered.Refusals(Product.Types(Product.Domain)), declared, AnsweredOtherwise).ShouldHold();
    }

    [Fact]
    public void Every_refusal_is_named_in_a_test()
    {
        if (Product.SchemaIsEmpty) return;

        RefusalsAreAnswered.Unproved(RefusalsAreAnswered.Refusals(Product.Types(Product.Domain)), SourceTree.ProductTests()).ShouldHold();
    }

    [Fact]
    public void The_list_of_exceptions_names_refusals_that_exist() =>
        AnsweredOtherwise.Keys.Except(RefusalsAreAnswered.Refusals(Product.Types(Product.Domain)).Select(type => type.Name)).ShouldHold();

    [Fact]
    public void Planted_refusal_that_nothing_declares_is_caught() =>
        RefusalsAreAnswered.Undeclared([typeof(Declared), typeof(DeclaredOnType), typeof(Forgotten)], RefusalsAreAnswered.Declared([typeof(Mutations)]), AnsweredOtherwise)
            .ShouldHaveSingleItem().ShouldContain(nameof(Forgotten));

    [Fact]
    public void A_refusal_in_an_error_union_of_the_schema_is_declared() =>
        RefusalsAreAnswered.Declared("union SubmitError = DeclaredError | OtherError  type DeclaredError { code: String }  union Hit = Claim")
            .ShouldBe(["Declared", "Other"], ignoreOrder: true);

    [Fact]
    public void Planted_exception_that_is_declared_after_all_is_caught() =>
        RefusalsAreAnswered.Undeclared([typeof(Declared)], [nameof(Declared)], new Dictionary<string, string> { ["Declared"] = "by a query" })
            .ShouldHaveSingleItem().ShouldContain("take it off");

    [Fact]
    public void Planted_refusal_without_a_test_is_caught() =>
        RefusalsAreAnswered.Unproved([typeof(Declared), typeof(DeclaredOnType), typeof(Forgotten)],
        [
            new SourceFile("a.cs", "refusal.ShouldBeOfType<Declared>();\n// Forgotten only in a comment"),
            new SourceFile("b.cs", "errors.Single().Code.ShouldBe(\"DECLARED_ON_TYPE\");"),
        ]).ShouldHaveSingleItem().ShouldContain(nameof(Forgotten));

    private sealed record Declared() : Refusal("Planted.");
    private sealed record DeclaredOnType() : Refusal("Planted.");
    private sealed record Forgotten() : Refusal("Planted.");

    [Error<DeclaredOnType>]
    private static class Mutations
    {
        [Error<Declared>]
        public static int Submit() => 1;
    }
}
