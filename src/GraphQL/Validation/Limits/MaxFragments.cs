using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Limits;

/// <summary>Bounds the fragments of a document. Over it nothing else is checked, because fragments make every check longer.</summary>
internal sealed class MaxFragments(ValidationContext context, int limit) : ValidationRule(context)
{
    public override void EnterDocument(DocumentNode document)
    {
        var count = document.Definitions.OfType<FragmentDefinitionNode>().Count();
        if (count <= limit)
            return;
        Context.ReportTooComplex($"The document has {count} fragments; at most {limit} are allowed.", document);
        Context.Stop();
    }
}
