using Portal.GraphQL.Introspection;
using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Types;

// Section 3.6, IsValidImplementation
/// <summary>A field can stand for the interface's: its type is the same or narrower, its arguments are the same and no more are required.</summary>
internal sealed class FieldImplementation(SchemaContext context)
{
    public void Check(TypeSource type, FieldDefinitionNode field, TypeSource implemented, FieldDefinitionNode expected)
    {
        var (own, theirs) = ($"{type.Name}.{field.Name.Value}", $"{implemented.Name}.{expected.Name.Value}");
        if (!IsSubType(field.Type, expected.Type))
            context.Report(
                $"Interface field {theirs} expects type {Printer.Print(expected.Type)} but {own} is type {Printer.Print(field.Type)}.", expected.Type, field.Type);
        if (field.Directives.Deprecation() is { } deprecation && expected.Directives.Deprecation() is null)
            context.Report($"Interface field {theirs} is not deprecated, so {own} cannot be deprecated.", deprecation, expected);
        foreach (var argument in expected.Arguments)
            CheckArgument(own, field, theirs, argument);
        foreach (var argument in field.Arguments)
            if (argument.IsRequired() && Find(expected, argument) is null)
                context.Report(
                    $"Object field {own} includes required argument {argument.Name.Value} that is missing from the Interface field {theirs}.", argument, expected);
    }

    private void CheckArgument(string own, FieldDefinitionNode field, string theirs, InputValueDefinitionNode expected)
    {
        var name = expected.Name.Value;
        if (Find(field, expected) is not { } argument)
            context.Report($"Interface field argument {theirs}({name}:) expected but {own} does not provide it.", expected, field);
        else if (Printer.Print(argument.Type) != Printer.Print(expected.Type))
            context.Report(
                $"Interface field argument {theirs}({name}:) expects type {Printer.Print(expected.Type)} but {own}({name}:) is type {Printer.Print(argument.Type)}.",
                expected.Type, argument.Type);
    }

    private static InputValueDefinitionNode? Find(FieldDefinitionNode field, InputValueDefinitionNode like) =>
        field.Arguments.FirstOrDefault(a => a.Name.Value == like.Name.Value);

    private bool IsSubType(TypeNode type, TypeNode super) => (type, super) switch
    {
        (NonNullTypeNode t, NonNullTypeNode s) => IsSubType(t.InnerType, s.InnerType),
        (_, NonNullTypeNode) => false,
        (NonNullTypeNode t, _) => IsSubType(t.InnerType, super),
        (ListTypeNode t, ListTypeNode s) => IsSubType(t.ElementType, s.ElementType),
        (NamedTypeNode t, NamedTypeNode s) => t.Name.Value == s.Name.Value || IsDeclaredSubType(t.Name.Value, s.Name.Value),
        _ => false,
    };

    private bool IsDeclaredSubType(string type, string super) => context.Find(super) switch
    {
        { Kind: TypeKind.Interface } => context.Find(type)?.ImplementsNodes(super).Any() is true,
        { Kind: TypeKind.Union } union => union.Members.Any(m => m.Name.Value == type),
        _ => false,
    };
}
