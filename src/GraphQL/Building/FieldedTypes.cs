using System.Reflection;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>Fills objects and interfaces: the properties of the CLR type, then what classes of resolvers add or replace.</summary>
internal sealed class FieldedTypes(BuildContext context)
{
    public void Fill(ObjectType type, Type clr)
    {
        var declared = context.Discovery.Objects.TryGetValue(clr, out var d) ? d : ((Type Class, IObjectTypeAttribute Declaration)?)null;
        var owner = new FieldOwner(FieldOwnerKind.Object, type.Name, clr, declared?.Class);
        var nodeResolvers = context.Discovery.ExtensionsOf(clr).SelectMany(ClrMembers.Resolvers).OfType<MethodInfo>().Where(m => m.IsDefined(typeof(NodeResolverAttribute))).ToList();
        var fields = new FieldList(type.Name, context.Problems);
        var properties = Published(clr, declared?.Declaration.Fields, declared?.Class, nodeResolvers.Count > 0);
        foreach (var property in properties)
            if (context.Fields.FromProperty(property, owner, nodeResolvers.Count > 0 && property.Name == "Id") is { } field) fields.AddProperty(field);
        AddResolvers(fields, clr, owner);
        if (nodeResolvers is [var first, .. var others])
        {
            foreach (var other in others) context.Problems.Add($"{BuildContext.Describe(other)}: {type.Name} has a node resolver already ({BuildContext.Describe(first)}).");
            type.NodeResolver = NodeFields.Compile(first, owner, context);
        }
        type.Fields = fields.ToMap();
        type.Interfaces = Interfaces(clr, type.NodeResolver is not null);
        type.IsTypeOf = clr.IsInstanceOfType;
    }

    public void Fill(InterfaceType type, Type clr)
    {
        var owner = new FieldOwner(FieldOwnerKind.Interface, type.Name, clr);
        var fields = new FieldList(type.Name, context.Problems);
        foreach (var property in ClrMembers.Properties(clr))
            if (context.Fields.FromProperty(property, owner, false) is { } field) fields.AddProperty(field);
        AddResolvers(fields, clr, owner);
        type.Fields = fields.ToMap();
        type.Interfaces = Interfaces(clr, false);
        // Of the errors only those that a mutation declares belong to the schema.
        if (clr == context.Options.ErrorInterface) return;
        foreach (var implementation in context.Discovery.ImplementationsOf(clr)) context.Types.Output(implementation, clr.Name);
    }

    /// <summary>The fields that a subclass of a connection adds to it.</summary>
    public IReadOnlyList<OutputField> FieldsOf(ObjectType type, Type clr)
    {
        var owner = new FieldOwner(FieldOwnerKind.Object, type.Name, clr);
        var fields = new FieldList(type.Name, context.Problems);
        foreach (var property in ClrMembers.Properties(clr).Where(p => p.DeclaringType == clr))
            if (context.Fields.FromProperty(property, owner, false) is { } field) fields.AddProperty(field);
        AddResolvers(fields, clr, owner);
        return [.. fields.ToMap()];
    }

    private IEnumerable<PropertyInfo> Published(Type clr, string[]? named, Type? describedBy, bool isNode)
    {
        var properties = ClrMembers.Properties(clr);
        if (named is null) return properties;
        foreach (var missing in named.Where(n => properties.All(p => p.Name != n)))
            context.Problems.Add($"{describedBy!.Name}: [ObjectType<{clr.Name}>] publishes {missing}, which {clr.Name} does not have.");
        return properties.Where(p => named.Contains(p.Name) || (isNode && p.Name == "Id"));
    }

    private void AddResolvers(FieldList fields, Type clr, FieldOwner owner)
    {
        foreach (var extension in context.Discovery.ExtensionsOf(clr))
            foreach (var member in ClrMembers.Resolvers(extension).Where(m => !m.IsDefined(typeof(NodeResolverAttribute))))
                if (context.Fields.FromResolver(member, owner) is { } field) fields.AddResolver(field);
    }

    private List<InterfaceType> Interfaces(Type clr, bool isNode)
    {
        var bases = new List<Type>(clr.GetInterfaces());
        for (var b = clr.BaseType; b is not null; b = b.BaseType) bases.Add(b);
        var found = bases.Where(context.Types.IsInterface).Select(t => (InterfaceType)context.Types.Output(t, clr.Name)!).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        if (isNode) found.Insert(0, NodeFields.Interface(context));
        return found;
    }
}
