using Portal.GraphQL.Language;

namespace Portal.GraphQL.Tests.Language;

internal static class Refusal
{
    public static (string Message, int Line, int Column) Of(Action parse)
    {
        var refusal = Should.Throw<SyntaxException>(parse);
        refusal.Code.ShouldBe(SyntaxException.SyntaxErrorCode);
        return (refusal.Message, refusal.Location.Line, refusal.Location.Column);
    }
}
