using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Documents;

// Sections 3.6, 3.7, 3.9 and 3.10: fields and enum values have unique names, extensions included.
internal sealed class MemberUniqueness(SchemaContext context) : SchemaRule(context)
{
    public override void Check()
    {
        var fields = new Dictionary<(string, string), NameNode>();
        var values = new Dictionary<(string, string), NameNode>();
        foreach (var type in Context.TypeDefinitions)
            switch (type)
            {
                case FieldedTypeDefinitionNode fielded: Add(fields, type, fielded.Fields.Select(f => f.Name), "Field"); break;
                case InputObjectTypeDefinitionNode input: Add(fields, type, input.Fields.Select(f => f.Name), "Field"); break;
                case EnumTypeDefinitionNode choices: Add(values, type, choices.Values.Select(v => v.Name), "Enum value"); break;
            }
    }

    private void Add(Dictionary<(string, string), NameNode> known, TypeDefinitionNode type, IEnumerable<NameNode> names, string what)
    {
        foreach (var name in names)
            if (!known.TryAdd((type.Name.Value, name.Value), name))
                Context.Report($"{what} \"{type.Name.Value}.{name.Value}\" can only be defined once.", known[(type.Name.Value, name.Value)], name);
    }
}
