using System.Linq.Expressions;
using System.Reflection;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Fetching;
using Portal.GraphQL.Paging;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>Where each parameter of a resolver comes from: the parent, the request, a service, or an argument of the field.</summary>
internal sealed class ParameterBinder(BuildContext context, FieldOwner owner, ParameterExpression request)
{
    private static readonly MethodInfo _service = typeof(ServiceProviderServiceExtensions).GetMethods().Single(m => m is { Name: nameof(ServiceProviderServiceExtensions.GetRequiredService), IsGenericMethod: true });
    private static readonly MethodInfo _optionalService = typeof(ServiceProviderServiceExtensions).GetMethods().Single(m => m is { Name: nameof(ServiceProviderServiceExtensions.GetService), IsGenericMethod: true });

    /// <summary>The coerced value of an argument by its index.</summary>
    public Func<int, Expression> Raw { get; init; } = index => Expression.Call(request, nameof(ResolverContext.Argument), null, Expression.Constant(index));

    /// <summary>The arguments of the field, in order; paging arguments are there already.</summary>
    public List<InputField> Arguments { get; } = [];

    public Expression? Bind(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (parameter.IsDefined(typeof(ParentAttribute))) return Parent(parameter);
        if (type == typeof(CancellationToken)) return Expression.Property(request, nameof(ResolverContext.CancellationToken));
        if (type == typeof(ResolverContext)) return request;
        if (type == typeof(ClaimsPrincipal)) return Expression.Property(request, nameof(ResolverContext.User));
        if (type == typeof(IServiceProvider)) return Expression.Property(request, nameof(ResolverContext.Services));
        if (type == typeof(PagingArguments)) return Expression.Call(typeof(Connections), nameof(Connections.ArgumentsOf), null, request);
        if (type == owner.ParentType) return Problem(parameter, $"is the parent: mark it with [Parent]");
        if (IsService(parameter)) return Service(parameter);
        if (type.IsSubclassOf(typeof(DataLoader))) return Problem(parameter, $"is a data loader that is not registered: add its assembly with AddTypes, or the loader with AddDataLoader");
        if ((type.IsInterface || type.IsAbstract) && ClrShape.ElementType(type) is null && !context.Options.Bindings.ContainsKey(type)) return Problem(parameter, $"of type {type.Name} is neither an argument nor a service: register the service");
        if (context.Inputs.FromParameter(parameter) is not { } input) return null;
        input.Field.Index = Arguments.Count;
        Arguments.Add(input.Field);
        var absent = parameter.HasDefaultValue && parameter.DefaultValue is { } value ? Literals.Typed(value, type)
            : type.IsValueType ? Activator.CreateInstance(type) : null;
        return input.Read(Raw(input.Field.Index), absent, input.Field.Name);
    }

    /// <summary>Whether a parameter is an argument that clients give.</summary>
    public bool IsArgument(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return !parameter.IsDefined(typeof(ParentAttribute))
            && type != typeof(CancellationToken) && type != typeof(ResolverContext) && type != typeof(ClaimsPrincipal)
            && type != typeof(IServiceProvider) && type != typeof(PagingArguments) && type != owner.ParentType
            && !IsService(parameter);
    }

    private bool IsService(ParameterInfo parameter)
    {
        if (parameter.IsDefined(typeof(ServiceAttribute))) return true;
        var type = parameter.ParameterType;
        var named = ClrShape.ElementType(type) ?? Nullable.GetUnderlyingType(type) ?? type;
        // The container says yes to every IEnumerable<T>: a list is a service only by attribute.
        if (named != type || named.IsEnum || context.Options.Bindings.ContainsKey(named) || BuildContext.IdOf(parameter) is not null) return false;
        return context.IsService(type);
    }

    private Expression? Parent(ParameterInfo parameter)
    {
        if (owner.ParentType is { } parent && !parameter.ParameterType.IsAssignableFrom(parent) && !parent.IsAssignableFrom(parameter.ParameterType))
            return Problem(parameter, $"is a [Parent] of type {parameter.ParameterType.Name}, but the objects are {parent.Name}");
        return Expression.Convert(Expression.Property(request, nameof(ResolverContext.Parent)), parameter.ParameterType);
    }

    private MethodCallExpression Service(ParameterInfo parameter) => Expression.Call(
        (parameter.HasDefaultValue ? _optionalService : _service).MakeGenericMethod(parameter.ParameterType),
        Expression.Property(request, nameof(ResolverContext.Services)));

    private Expression? Problem(ParameterInfo parameter, string what)
    {
        context.Problems.Add($"{BuildContext.Describe(parameter.Member)}: the parameter {parameter.Name} {what}.");
        return null;
    }
}
