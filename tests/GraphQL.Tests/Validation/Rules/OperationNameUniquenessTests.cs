using Portal.GraphQL.Validation.Rules;

namespace Portal.GraphQL.Tests.Validation.Rules;

public sealed class OperationNameUniquenessTests() : RuleTests(context => new OperationNameUniqueness(context))
{
    [Fact]
    public void Several_operations_of_different_names() => Accepts(
        """
        query A {
          dog {
            name
          }
        }

        mutation B {
          rename(name: "x") {
            name
          }
        }
        """);

    [Fact]
    public void A_fragment_and_an_operation_of_the_same_name() => Accepts(
        """
        query Foo {
          dog {
            ...Foo
          }
        }

        fragment Foo on Dog {
          name
        }
        """);

    [Fact]
    public void Two_operations_of_the_same_name() => Refuses(
        """
        query Foo {
          dog {
            name
          }
        }

        query Foo {
          dog {
            nickname
          }
        }
        """,
        "There can be only one operation named \"Foo\". @ 1:7 7:7");

    [Fact]
    public void Two_operations_of_different_kinds_and_the_same_name() => Refuses(
        """
        query Foo {
          dog {
            name
          }
        }

        subscription Foo {
          importantEmails
        }
        """,
        "There can be only one operation named \"Foo\". @ 1:7 7:14");

    [Fact]
    public void Three_operations_of_the_same_name() => Refuses(
        """
        query Foo {
          dog {
            name
          }
        }

        query Foo {
          cat {
            name
          }
        }

        mutation Foo {
          rename(name: "x") {
            name
          }
        }
        """,
        "There can be only one operation named \"Foo\". @ 1:7 7:7",
        "There can be only one operation named \"Foo\". @ 1:7 13:10");
}
