using System.Linq.Expressions;
using System.Reflection;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Filtering;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>Makes fields from properties and resolver methods.</summary>
internal sealed class FieldFactory(BuildContext context)
{
    /// <summary>A property of the CLR type itself.</summary>
    /// <param name="isNodeId">Whether it is the key inside the object's global ID without saying so.</param>
    public OutputField? FromProperty(PropertyInfo property, FieldOwner owner, bool isNodeId)
    {
        var parameter = ClrMembers.ConstructorParameter(property);
        var id = BuildContext.IdOf(property, parameter);
        var shape = BuildContext.Adjust(context.Shapes.Of(property), property);
        var name = parameter?.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Naming.Field(property);
        if (context.OutputReference(shape, id is not null || isNodeId, BuildContext.Describe(property)) is not { } type) return null;
        var field = Describe(new(name, type), property, owner);
        field.DeprecationReason ??= parameter is null ? null : BuildContext.Deprecation(parameter);
        if (id is not null || isNodeId) field.Description ??= GlobalIds.Output(IdType(id, owner, isNodeId));
        if (owner.Kind == FieldOwnerKind.Interface) return field;
        var parent = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(parent, owner.ParentType!), property);
        Guard(property, () => PureFields.Compile(field, parent, value, shape, IdType(id, owner, isNodeId)));
        return field;
    }

    /// <summary>A method or property of a class of resolvers.</summary>
    public OutputField? FromResolver(MemberInfo member, FieldOwner owner)
    {
        var resolver = ResolverMember.Of(member, context);
        if (resolver.HasNoValue)
        {
            context.Problems.Add($"{BuildContext.Describe(member)}: a field has a value, but the method returns none.");
            return null;
        }
        if (owner.Kind == FieldOwnerKind.Subscription) return Subscriptions.Make(resolver, owner, context);
        if (owner.Kind == FieldOwnerKind.Mutation && context.Options.Mutations is not null) return new MutationConvention(context).Make(resolver, owner);
        if (resolver.Paging is not null) return new Connections(context).Make(resolver, owner);
        var id = resolver.Id;
        if (context.OutputReference(resolver.Shape, id is not null, BuildContext.Describe(member)) is not { } type) return null;
        var field = Describe(new(Naming.Field(member), type), member, owner);
        var shaping = QueryShaping.Of(resolver, 0, context);
        var call = new ResolverCall(resolver, owner, context, first: shaping?.Fields);
        if (call.Bind() is not { } value) return null;
        field.Arguments = call.Arguments;
        if (id is not null) field.Description ??= GlobalIds.Output(IdType(id, owner, false));
        if (owner.Kind == FieldOwnerKind.Interface) return field;
        var idType = IdType(id, owner, false);
        Guard(member, () =>
        {
            if (call.PureParent is { } parent) PureFields.Compile(field, parent, call.PureValue(parent), resolver.Shape, idType);
            else
            {
                var values = Results.Values(resolver, field.Type.Named, idType);
                field.Resolve = ResolverCompiler.Compile(value, call.Request, Results.Finish(resolver, shaping is null ? values : shaping.Then(values!)));
            }
        });
        field.Cost = CostOf(member, field);
        field.RunsAlone = Results.IsRead(resolver.Value);
        return field;
    }

    public OutputField Describe(OutputField field, MemberInfo member, FieldOwner owner)
    {
        field.Member = member;
        field.Description = member is MethodInfo method ? context.Docs.Of(method) : context.Docs.Of((PropertyInfo)member);
        field.DeprecationReason = BuildContext.Deprecation(member);
        field.Authorize = owner.AuthorizationOf(member);
        field.Cost = CostOf(member, field);
        return field;
    }

    /// <summary>What encodes the IDs of a field; null when they are plain.</summary>
    public GlobalIdType? IdType(IIDAttribute? id, FieldOwner owner, bool isNodeId) =>
        id?.ClrType is { } target ? new(context.Ids, context.Types.NameOf(target))
        : isNodeId || (id is not null && !owner.IsRoot) ? new(context.Ids, owner.TypeName)
        : null;

    private static double CostOf(MemberInfo member, OutputField field) =>
        member.GetCustomAttribute<CostAttribute>()?.Weight ?? (field.Resolve is not null || field.Type.IsComposite || field.Type.Named is CompositeType ? 1 : 0);

    private void Guard(MemberInfo member, Action compile)
    {
        try { compile(); }
        catch (InvalidOperationException e) { context.Problems.Add($"{BuildContext.Describe(member)}: {e.Message}"); }
    }
}
