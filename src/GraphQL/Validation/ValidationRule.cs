using Portal.GraphQL.Language;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Validation;

/// <summary>
/// One rule for one document. The walk calls it at each node with what the schema knows about the place; null stands for
/// something the schema does not have, which another rule reports.
/// </summary>
public abstract class ValidationRule(ValidationContext context)
{
    protected ValidationContext Context { get; } = context;
    protected Schema Schema => Context.Schema;

    public virtual void EnterDocument(DocumentNode document) { }

    /// <summary>Comes after all else, when <see cref="ValidationContext.Variables"/> is complete.</summary>
    public virtual void LeaveDocument(DocumentNode document) { }

    public virtual void Operation(OperationDefinitionNode operation, ObjectType? root) { }

    public virtual void Fragment(FragmentDefinitionNode fragment, NamedType? type) { }

    public virtual void Variable(VariableDefinitionNode variable, TypeReference? type) { }

    /// <summary>The selection set of an operation, field or fragment definition; inline fragments are part of the set around them.</summary>
    public virtual void SelectionSet(SelectionSetNode selectionSet, CompositeType? parent) { }

    public virtual void EnterField(FieldNode field, CompositeType? parent, OutputField? definition) { }

    /// <summary>Comes after all that is inside the field.</summary>
    public virtual void LeaveField(FieldNode field, OutputField? definition) { }

    public virtual void FragmentSpread(FragmentSpreadNode spread, CompositeType? parent) { }

    /// <param name="type">The type it narrows to: its condition's, else the parent.</param>
    public virtual void InlineFragment(InlineFragmentNode fragment, CompositeType? parent, NamedType? type) { }

    /// <summary>All directives of one place; called only where there are some.</summary>
    public virtual void Directives(IReadOnlyList<DirectiveNode> directives) { }

    public virtual void Directive(DirectiveNode directive, DirectiveType? definition, DirectiveLocation location) { }

    /// <summary>A whole argument or default value; the rule looks inside by itself.</summary>
    public virtual void Value(ValueNode value, TypeReference? type) { }
}
