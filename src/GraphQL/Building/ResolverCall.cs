using System.Linq.Expressions;
using System.Reflection;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>The call of a resolver with every parameter bound.</summary>
internal sealed class ResolverCall
{
    private readonly ResolverMember _resolver;
    private readonly BuildContext _context;
    private readonly FieldOwner _owner;
    private readonly ParameterBinder _binder;

    public ResolverCall(ResolverMember resolver, FieldOwner owner, BuildContext context, Func<ParameterExpression, int, Expression>? raw = null, IEnumerable<InputField>? first = null)
    {
        (_resolver, _context, _owner) = (resolver, context, owner);
        _binder = raw is null ? new(context, owner, Request) : new(context, owner, Request) { Raw = index => raw(Request, index) };
        _binder.Arguments.AddRange(first ?? []);
    }

    public ParameterExpression Request { get; } = Expression.Parameter(typeof(ResolverContext), "context");

    /// <summary>The arguments of the field; complete after <see cref="Bind"/>.</summary>
    public FieldMap<InputField> Arguments => _context.Inputs.Map(BuildContext.Describe(_resolver.Member), _binder.Arguments);

    public IEnumerable<ParameterInfo> ArgumentParameters => _resolver.Method.GetParameters().Where(_binder.IsArgument);

    /// <summary>Null when a parameter could not be bound; the problems say which.</summary>
    public Expression? Bind()
    {
        var arguments = _resolver.Method.GetParameters().Select(_binder.Bind).ToList();
        if (arguments.Contains(null)) return null;
        if (_owner.Kind == FieldOwnerKind.Interface) return Expression.Empty();
        return Expression.Call(ResolverCompiler.Target(_resolver.Method, Request, _context), _resolver.Method, arguments!);
    }

    /// <summary>Set when the call needs the parent and nothing else, so that the field can be read like a property.</summary>
    public ParameterExpression? PureParent => field ??=
        _resolver.Method is { IsStatic: true } method && !_owner.IsRoot && !_resolver.IsAsynchronous && _resolver.Adapter is null && !Results.IsRead(_resolver.Value)
        && method.GetParameters() is [var only] && only.IsDefined(typeof(ParentAttribute))
            ? Expression.Parameter(typeof(object))
            : null;

    public Expression PureValue(ParameterExpression parent) =>
        Expression.Call(_resolver.Method, Expression.Convert(parent, _resolver.Method.GetParameters()[0].ParameterType));
}
