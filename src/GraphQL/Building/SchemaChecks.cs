using Portal.GraphQL.Introspection;
using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Building;

/// <summary>The rules of section 3 of the specification that C# does not keep by itself; every message names the C# member.</summary>
internal sealed class SchemaChecks(SchemaProblems problems, Func<NamedType, string> originOf)
{
    public void Check(IReadOnlyList<NamedType> types)
    {
        foreach (var same in types.GroupBy(t => t.Name).Where(g => g.Count() > 1))
            problems.Add($"Several types are called {same.Key}: {string.Join(", ", same.Select(originOf))}. Give one of them another name.");
        foreach (var type in types.Where(t => !IntrospectionTypes.IsIntrospection(t) || originOf(t) != t.Name))
        {
            CheckName(type.Name, originOf(type));
            switch (type)
            {
                case FieldedType fielded: CheckFields(fielded); break;
                case UnionType { Members.Count: 0 }: problems.Add($"{originOf(type)}: the union {type.Name} has no members: no class of the added assemblies implements it."); break;
                case EnumType e: CheckEnum(e); break;
                case InputObjectType input: CheckInput(input); break;
            }
        }
        new InputCycles(problems, originOf).Check(types.OfType<InputObjectType>());
    }

    private void CheckFields(FieldedType type)
    {
        if (type.Fields.Count == 0) problems.Add($"{originOf(type)}: the type {type.Name} has no fields.");
        foreach (var field in type.Fields)
        {
            var origin = field.Member is { } member ? BuildContext.Describe(member) : $"{originOf(type)}.{field.Name}";
            CheckName(field.Name, origin);
            foreach (var argument in field.Arguments) CheckInputField(argument, origin);
        }
        foreach (var implemented in type.Interfaces) CheckImplements(type, implemented);
    }

    private void CheckImplements(FieldedType type, InterfaceType implemented)
    {
        foreach (var missing in implemented.Interfaces.Where(i => !type.Interfaces.Contains(i)))
            problems.Add($"{originOf(type)}: {type.Name} implements {implemented.Name} and must implement {missing.Name} too.");
        foreach (var expected in implemented.Fields)
        {
            if (type.Fields.Find(expected.Name) is not { } field)
            {
                problems.Add($"{originOf(type)}: {type.Name} implements {implemented.Name} but does not publish {expected.Name}.");
                continue;
            }
            var origin = field.Member is { } member ? BuildContext.Describe(member) : $"{originOf(type)}.{field.Name}";
            if (!IsSubtype(field.Type, expected.Type))
                problems.Add($"{origin}: {type.Name}.{field.Name} is {field.Type}, but {implemented.Name} has it as {expected.Type}.");
            foreach (var argument in expected.Arguments)
                if (field.Arguments.Find(argument.Name) is not { } own) problems.Add($"{origin}: {implemented.Name}.{field.Name} has the argument {argument.Name}, {type.Name} does not.");
                else if (own.Type.ToString() != argument.Type.ToString()) problems.Add($"{origin}: the argument {argument.Name} is {own.Type}, but {implemented.Name} has it as {argument.Type}.");
            foreach (var own in field.Arguments.Where(a => a.IsRequired && expected.Arguments.Find(a.Name) is null))
                problems.Add($"{origin}: the argument {own.Name} is required, but {implemented.Name} does not have it.");
        }
    }

    private static bool IsSubtype(TypeReference type, TypeReference of) => (type, of) switch
    {
        (NonNullType a, NonNullType b) => IsSubtype(a.Inner, b.Inner),
        (NonNullType a, _) => IsSubtype(a.Inner, of),
        (_, NonNullType) => false,
        (ListType a, ListType b) => IsSubtype(a.Element, b.Element),
        (NamedType a, NamedType b) => a == b || b switch
        {
            UnionType u => u.Members.Contains(a),
            InterfaceType i => a is FieldedType f && f.Interfaces.Contains(i),
            _ => false,
        },
        _ => false,
    };

    private void CheckEnum(EnumType type)
    {
        if (type.Values.Count == 0) problems.Add($"{originOf(type)}: the enum {type.Name} has no values.");
        foreach (var value in type.Values)
        {
            CheckName(value.Name, $"{originOf(type)}.{value.Value}");
            if (value.Name is "true" or "false" or "null") problems.Add($"{originOf(type)}.{value.Value}: an enum value cannot be called {value.Name}.");
        }
    }

    private void CheckInput(InputObjectType type)
    {
        if (type.Fields.Count == 0) problems.Add($"{originOf(type)}: the input {type.Name} has no fields.");
        foreach (var field in type.Fields)
        {
            CheckInputField(field, $"{originOf(type)}.{field.Name}");
            if (type.IsOneOf && field.Type.IsNonNull) problems.Add($"{field.Origin ?? originOf(type)}: {type.Name} is a oneOf input, so {field.Name} must be nullable.");
        }
    }

    private void CheckInputField(InputField field, string origin)
    {
        CheckName(field.Name, field.Origin ?? origin);
        if (field.IsRequired && field.DeprecationReason is not null) problems.Add($"{field.Origin ?? origin}: {field.Name} is required and cannot be deprecated; make it nullable first.");
    }

    private void CheckName(string name, string origin)
    {
        if (name.StartsWith("__", StringComparison.Ordinal)) problems.Add($"{origin}: the name {name} begins with \"__\", which is reserved for introspection.");
        else if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) problems.Add($"{origin}: {name} is not a GraphQL name; give one with [GraphQLName].");
    }
}
