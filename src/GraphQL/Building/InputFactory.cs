using System.Reflection;
using Portal.GraphQL.Types;
using Portal.GraphQL.Types.Scalars;

namespace Portal.GraphQL.Building;

/// <summary>Makes arguments and input objects.</summary>
internal sealed class InputFactory(BuildContext context)
{
    public BoundInput? FromParameter(ParameterInfo parameter)
    {
        var origin = $"{BuildContext.Describe(parameter.Member)}({parameter.Name})";
        var shape = BuildContext.Adjust(context.Shapes.Of(parameter), parameter);
        var bound = Bind(Naming.Argument(parameter), shape, parameter.ParameterType, BuildContext.IdOf(parameter), origin);
        if (bound is null) return null;
        bound.Field.Description = context.Docs.Of(parameter) ?? GlobalIds.Input(BuildContext.IdOf(parameter), shape, context);
        bound.Field.DeprecationReason = BuildContext.Deprecation(parameter);
        if (parameter.HasDefaultValue) bound.Field.DefaultValue = Literals.Of(parameter.DefaultValue, bound.Field.Type);
        return bound;
    }

    public void Fill(InputObjectType input, Type clr)
    {
        input.IsOneOf = clr.IsDefined(typeof(OneOfAttribute));
        var maker = new InputObjectMaker(clr);
        var fields = new List<BoundInput>();
        foreach (var property in ClrMembers.Properties(clr).Where(maker.CanSet))
        {
            var parameter = ClrMembers.ConstructorParameter(property);
            var shape = BuildContext.Adjust(context.Shapes.Of(property), property);
            var name = property.GetCustomAttribute<GraphQLNameAttribute>() ?? parameter?.GetCustomAttribute<GraphQLNameAttribute>();
            var bound = Bind(name?.Name ?? Naming.Camel(property.Name), shape, property.PropertyType, BuildContext.IdOf(property, parameter), BuildContext.Describe(property));
            if (bound is null) continue;
            bound.Field.Description = context.Docs.Of(property) ?? GlobalIds.Input(BuildContext.IdOf(property, parameter), shape, context);
            bound.Field.DeprecationReason = BuildContext.Deprecation(property) ?? (parameter is null ? null : BuildContext.Deprecation(parameter));
            if (!input.IsOneOf) bound.Field.DefaultValue = Literals.Of(maker.DefaultOf(property), bound.Field.Type);
            bound.Field.Index = fields.Count;
            fields.Add(bound);
            maker.Add(property, bound);
        }
        input.Fields = Map(input.Name, fields.Select(f => f.Field));
        if (maker.Compile() is { } create) input.Create = create;
        else context.Problems.Add($"{clr.Name}: an input needs a constructor without parameters, or one whose parameters are all properties.");
    }

    public FieldMap<InputField> Map(string owner, IEnumerable<InputField> fields)
    {
        var unique = new List<InputField>();
        foreach (var field in fields)
            if (unique.Find(f => f.Name == field.Name) is { } other) context.Problems.Add($"{field.Origin}: {owner} has {field.Name} already ({other.Origin}).");
            else unique.Add(field);
        return new(unique);
    }

    private BoundInput? Bind(string name, ClrShape shape, Type clr, IIDAttribute? id, string origin)
    {
        var reference = context.Reference(shape, t => id is null ? context.Types.Input(t, origin) : BuiltInScalars.ID);
        if (reference is null) return null;
        var type = clr.IsGenericType && clr.GetGenericTypeDefinition() == typeof(Optional<>) ? clr.GetGenericArguments()[0] : clr;
        try
        {
            return new(new(name, reference) { ClrType = clr, Origin = origin }, clr, Converter(shape, type, reference.Named, id, origin));
        }
        catch (InvalidOperationException)
        {
            context.Problems.Add($"{origin}: there is no conversion from the scalar {reference.Named} to {shape.Innermost.Name}.");
            return null;
        }
    }

    private Func<object, object?>? Converter(ClrShape shape, Type clr, NamedType named, IIDAttribute? id, string origin)
    {
        if (shape.Element is { } element)
        {
            var list = InputLists.Converter(clr, Converter(element, ClrShape.ElementType(clr)!, named, id, origin));
            if (list is null) context.Problems.Add($"{origin}: an input list cannot be a {clr.Name}; use an array, a list or a set.");
            return list;
        }
        if (id is not null)
        {
            var read = LeafConversion.FromId(shape.Type, id.ClrType is { } target ? new(context.Ids, context.Types.NameOf(target)) : null);
            if (read is null) context.Problems.Add($"{origin}: an ID cannot be a {shape.Type.Name}; use a number, Guid, string or an IParsable of your own.");
            return read;
        }
        return named is ScalarType scalar ? LeafConversion.FromScalar(scalar, shape.Type) : null;
    }
}
