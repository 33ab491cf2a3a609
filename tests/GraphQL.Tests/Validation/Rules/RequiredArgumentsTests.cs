using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class RequiredArgumentsTests() : RuleTests(context => new RequiredArguments(context))
{
    [Fact]
    public void All_required_arguments_and_no_optional_ones() => Accepts(
        """
        {
          complicatedArgs {
            multipleReqs(req2: 2, req1: 1)
            multipleOptAndReq(req1: 1, req2: 2)
            multipleOpts
            nonNullFieldWithDefault
          }
        }
        """);

    [Fact]
    public void Unknown_fields_and_directives_are_not_judged() => Accepts(
        """
        {
          dog {
            unknown @unknown
          }
        }
        """);

    [Fact]
    public void Missing_required_arguments() => Refuses(
        """
        {
          complicatedArgs {
            multipleReqs
            nonNullIntArgField
          }
        }
        """,
        "Field \"multipleReqs\" argument \"req1\" of type \"Int!\" is required, but it was not provided. @ 3:5",
        "Field \"multipleReqs\" argument \"req2\" of type \"Int!\" is required, but it was not provided. @ 3:5",
        "Field \"nonNullIntArgField\" argument \"nonNullIntArg\" of type \"Int!\" is required, but it was not provided. @ 4:5");

    [Fact]
    public void One_of_two_required_arguments_is_missing() => Refuses(
        """
        {
          complicatedArgs {
            multipleReqs(req2: 2)
          }
        }
        """,
        "Field \"multipleReqs\" argument \"req1\" of type \"Int!\" is required, but it was not provided. @ 3:5");

    [Fact]
    public void A_missing_argument_of_a_directive() => Refuses(
        """
        {
          dog @include {
            name @skip
          }
        }
        """,
        "Directive \"@include\" argument \"if\" of type \"Boolean!\" is required, but it was not provided. @ 2:7",
        "Directive \"@skip\" argument \"if\" of type \"Boolean!\" is required, but it was not provided. @ 3:10");

    [Fact]
    public void An_argument_given_null_is_given() => Accepts(
        """
        {
          complicatedArgs {
            nonNullIntArgField(nonNullIntArg: null)
          }
        }
        """);
}
