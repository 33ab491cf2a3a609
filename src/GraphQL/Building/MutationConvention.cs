using System.Linq.Expressions;
using System.Reflection;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>The value of a payload type: a result, or why there is none.</summary>
internal sealed record MutationPayload(object? Value, IReadOnlyList<object>? Errors);

/// <summary>Mutations as <c>x(input: XInput!): XPayload!</c>, where the payload has the result or a list of typed errors.</summary>
internal sealed class MutationConvention(BuildContext context)
{
    public OutputField? Make(ResolverMember resolver, FieldOwner owner)
    {
        var name = Naming.Field(resolver.Member);
        var place = BuildContext.Describe(resolver.Member);
        var gather = !HasOwnInput(resolver, owner);
        var call = new ResolverCall(resolver, owner, context, gather ? Gathered : null);
        if (call.Bind() is not { } value) return null;
        if (context.OutputReference(resolver.Shape, resolver.Id is not null, place) is not { } result) return null;
        var errors = DeclaredErrors(resolver.Member);
        var payload = Payload(name, place, resolver, result, errors);
        var field = context.Fields.Describe(new(name, new NonNullType(payload)), resolver.Member, owner);
        field.Arguments = gather ? Input(name, place, call.Arguments) : call.Arguments;
        foreach (var argument in field.Arguments) argument.Description ??= Describe(name);
        field.Errors = new(errors, refusals => Refuse(place, errors, refusals));
        var values = Results.Values(resolver, result.Named, context.Fields.IdType(resolver.Id, owner, false));
        field.Resolve = ResolverCompiler.Compile(value, call.Request, Fill(resolver, place, errors, values));
        return field;
    }

    private bool HasOwnInput(ResolverMember resolver, FieldOwner owner) =>
        new ResolverCall(resolver, owner, context).ArgumentParameters.ToList() is [{ Name: "input" } only] && !only.ParameterType.IsValueType
        && ClrShape.ElementType(only.ParameterType) is null && !context.Options.Bindings.ContainsKey(only.ParameterType);

    // Gathered arguments arrive as the coerced fields of the one input, in order.
    private static BinaryExpression Gathered(ParameterExpression request, int index) => Expression.ArrayIndex(
        Expression.Convert(Expression.Call(request, nameof(ResolverContext.Argument), null, Expression.Constant(0)), typeof(object[])), Expression.Constant(index));

    private FieldMap<InputField> Input(string mutation, string place, FieldMap<InputField> arguments)
    {
        if (arguments.Count == 0) return arguments;
        var name = Naming.Pascal(mutation) + "Input";
        var input = context.Types.Made(name, place,
            () => new InputObjectType(name) { Description = Describe(mutation), Create = static values => values.Clone() },
            type => type.Fields = arguments);
        return new([new InputField("input", new NonNullType(input)) { ClrType = typeof(object[]), Origin = place }]);
    }

    private static string Describe(string mutation) => $"What `{mutation}` needs to know.";

    private List<Type> DeclaredErrors(MemberInfo member) =>
    [
        .. member.GetCustomAttributes().OfType<IErrorAttribute>().Concat(member.DeclaringType!.GetCustomAttributes().OfType<IErrorAttribute>())
            .Select(e => e.ClrType).Concat(context.Options.Mutations!.Common).Distinct(),
    ];

    private ObjectType Payload(string mutation, string place, ResolverMember resolver, TypeReference result, List<Type> errors)
    {
        var name = Naming.Pascal(mutation) + "Payload";
        if (result.Named.Name == name && !resolver.Shape.IsList) return OwnPayload(name, place, mutation, resolver, errors);
        return context.Types.Made(name, place, () => new ObjectType(name) { Description = $"The answer of `{mutation}`." }, type =>
        {
            var field = resolver.Member.GetCustomAttribute<PayloadFieldAttribute>()?.Name ?? Naming.Camel(result.Named.Name) + (resolver.Shape.IsList ? "s" : "");
            var value = new OutputField(field, result.Nullable)
            {
                Description = "The result; null when there are errors.",
                Pure = payload => ((MutationPayload)payload).Value,
                Cost = result.Named is CompositeType ? 1 : 0,
                Member = resolver.Member,
            };
            type.Fields = new([value, .. ErrorField(mutation, place, errors)]);
        });
    }

    /// <summary>A result type that is called like the payload is the payload: its properties stand beside the errors.</summary>
    private ObjectType OwnPayload(string name, string place, string mutation, ResolverMember resolver, List<Type> errors)
    {
        var type = (ObjectType)context.Types.Output(resolver.Shape.Type, place)!;
        context.Types.Complete();
        type.Fields = new([.. type.Fields.Select(f => OfValue(f, place)), .. ErrorField(mutation, place, errors)]);
        type.Description ??= $"The answer of `{mutation}`.";
        return type;
    }

    private OutputField OfValue(OutputField field, string place)
    {
        if (field.Pure is not { } read) context.Problems.Add($"{place}: the payload field {field.Name} must be a property or need only its parent.");
        else
        {
            var outer = new OutputField(field.Name, field.Type.Nullable)
            {
                Description = field.Description, DeprecationReason = field.DeprecationReason, Cost = field.Cost, Member = field.Member,
                Pure = payload => ((MutationPayload)payload).Value is { } value ? read(value) : null,
            };
            if (field.WriteLeaf is { } write) outer.WriteLeaf = (payload, writer) => ((MutationPayload)payload).Value is { } value && write(value, writer);
            return outer;
        }
        return field;
    }

    private IEnumerable<OutputField> ErrorField(string mutation, string place, List<Type> errors)
    {
        if (errors.Count == 0) yield break;
        var name = Naming.Pascal(mutation) + "Error";
        var union = context.Types.Made(name, place, () => new UnionType(name) { Description = $"What `{mutation}` can refuse with." },
            type => type.Members = [.. errors.Select(e => Error(e, place)).OfType<ObjectType>().OrderBy(e => e.Name, StringComparer.Ordinal)]);
        yield return new OutputField("errors", new ListType(new NonNullType(union)))
        {
            Description = "Why nothing was done; null when it was.",
            Pure = payload => ((MutationPayload)payload).Errors,
        };
    }

    private NamedType? Error(Type error, string place)
    {
        if (context.Options.ErrorInterface is { } common && !common.IsAssignableFrom(error))
            context.Problems.Add($"{place}: the error {error.Name} is no {common.Name}, which the error interface is made of.");
        return context.Types.Output(error, place);
    }

    private static Finish Fill(ResolverMember resolver, string place, List<Type> errors, Finish? values) => async (context, result) =>
    {
        if (resolver.Adapter is { } adapter && result is not null)
        {
            if (adapter.Errors(result) is { Count: > 0 } refusals) return Refuse(place, errors, refusals);
            result = adapter.Value(result);
        }
        return new MutationPayload(values is null ? result : await values(context, result), null);
    };

    private static MutationPayload Refuse(string place, List<Type> declared, IReadOnlyList<object> refusals)
    {
        foreach (var refusal in refusals)
            if (!declared.Any(d => d.IsInstanceOfType(refusal)))
                throw new InvalidOperationException($"{place} refused with {refusal.GetType().Name}, which it does not declare: add [Error<{refusal.GetType().Name}>].");
        return new(null, refusals);
    }
}
