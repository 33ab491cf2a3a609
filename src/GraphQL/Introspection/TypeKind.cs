using Portal.GraphQL.Types;

namespace Portal.GraphQL.Introspection;

/// <summary>The kinds that <c>__Type</c> distinguishes.</summary>
public enum TypeKind { Scalar, Object, Interface, Union, Enum, InputObject, List, NonNull }

internal static class TypeKinds
{
    public static TypeKind Of(TypeReference type) => type switch
    {
        ScalarType => TypeKind.Scalar,
        ObjectType => TypeKind.Object,
        InterfaceType => TypeKind.Interface,
        UnionType => TypeKind.Union,
        EnumType => TypeKind.Enum,
        InputObjectType => TypeKind.InputObject,
        ListType => TypeKind.List,
        NonNullType => TypeKind.NonNull,
        _ => throw new InvalidOperationException($"{type.GetType().Name} is no kind of type."),
    };
}
