using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation.Limits;

/// <summary>Bounds aliased fields: an alias lets one request do the same expensive or guessing thing many times.</summary>
internal sealed class MaxAliases(ValidationContext context, int limit) : ValidationRule(context)
{
    private int _count;

    public override void EnterField(FieldNode field, CompositeType? parent, OutputField? definition)
    {
        if (field.Alias is not null)
            _count++;
    }

    public override void LeaveDocument(DocumentNode document)
    {
        if (_count > limit)
            Context.ReportTooComplex($"The document has {_count} aliases; at most {limit} are allowed.", document);
    }
}
