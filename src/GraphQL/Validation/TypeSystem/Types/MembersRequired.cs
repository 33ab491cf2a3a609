using Portal.GraphQL.Introspection;

namespace Portal.GraphQL.Validation.TypeSystem.Types;

/// <summary>A type that is made of members has at least one.</summary>
internal sealed class MembersRequired(SchemaContext context) : SchemaRule(context)
{
    public override void Check()
    {
        foreach (var type in Context.Types)
            if (Missing(type) is { } message)
                Context.Report(message, type.Parts);
    }

    private static string? Missing(TypeSource type) => type.Kind switch
    {
        TypeKind.Object or TypeKind.Interface when type.Fields.Count == 0 => $"Type {type.Name} must define one or more fields.",
        TypeKind.Union when type.Members.Count == 0 => $"Union type {type.Name} must define one or more member types.",
        TypeKind.Enum when type.Values.Count == 0 => $"Enum type {type.Name} must define one or more values.",
        TypeKind.InputObject when type.Inputs.Count == 0 => $"Input Object type {type.Name} must define one or more fields.",
        _ => null,
    };
}
