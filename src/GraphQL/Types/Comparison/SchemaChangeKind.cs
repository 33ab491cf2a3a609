namespace Portal.GraphQL.Types.Comparison;

/// <summary>The kinds of changes: those of graphql-js under its names, and finer ones.</summary>
public enum SchemaChangeKind
{
    TypeRemoved, TypeChangedKind, TypeRemovedFromUnion, ValueRemovedFromEnum, RequiredInputFieldAdded, ImplementedInterfaceRemoved,
    FieldRemoved, FieldChangedKind, RequiredArgAdded, ArgRemoved, ArgChangedKind, DirectiveRemoved, DirectiveArgRemoved,
    RequiredDirectiveArgAdded, DirectiveRepeatableRemoved, DirectiveLocationRemoved,
    DirectiveArgChangedKind, RequiredInputDefaultRemoved, InputBecameOneOf, RootTypeChanged, RootTypeRemoved,

    ValueAddedToEnum, TypeAddedToUnion, OptionalInputFieldAdded, OptionalArgAdded, ImplementedInterfaceAdded, ArgDefaultValueChange,
    InputFieldDefaultValueChange, DirectiveArgDefaultValueChange, SpecifiedByChanged,

    TypeAdded, FieldAdded, DirectiveAdded, DirectiveLocationAdded, DirectiveRepeatableAdded, OptionalDirectiveArgAdded, RootTypeAdded,
    FieldTypeNarrowed, InputTypeWidened, InputNoLongerOneOf, DescriptionChanged, DeprecationAdded, DeprecationChanged, DeprecationRemoved,
}

internal static class SchemaChangeKinds
{
    public static ChangeSeverity Severity(this SchemaChangeKind kind) => kind switch
    {
        <= SchemaChangeKind.RootTypeRemoved => ChangeSeverity.Breaking,
        <= SchemaChangeKind.SpecifiedByChanged => ChangeSeverity.Dangerous,
        _ => ChangeSeverity.Safe,
    };
}
