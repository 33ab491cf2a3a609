using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>What is still to be done with a resolver's value, such as reading a query or filling a payload.</summary>
internal delegate ValueTask<object?> Finish(ResolverContext context, object? value);

/// <summary>Compiles calls of resolver methods.</summary>
internal static class ResolverCompiler
{
    /// <summary>The object an instance member is called on: a service, or made anew from services; null for a static member.</summary>
    public static Expression? Target(MethodInfo method, ParameterExpression request, BuildContext context)
    {
        if (method.IsStatic) return null;
        var type = method.DeclaringType!;
        var services = Expression.Property(request, nameof(ResolverContext.Services));
        if (context.IsService(type)) return Expression.Call(typeof(ServiceProviderServiceExtensions), nameof(ServiceProviderServiceExtensions.GetRequiredService), [type], services);
        var factory = ActivatorUtilities.CreateFactory(type, Type.EmptyTypes);
        return Expression.Convert(Expression.Invoke(Expression.Constant(factory), services, Expression.Constant(null, typeof(object[]))), type);
    }

    /// <summary>A call of any result type as one that gives <c>ValueTask&lt;object?&gt;</c>.</summary>
    public static Expression Awaited(Expression call)
    {
        var definition = call.Type.IsGenericType ? call.Type.GetGenericTypeDefinition() : null;
        var method = definition == typeof(Task<>) ? nameof(FromTask) : definition == typeof(ValueTask<>) ? nameof(FromValueTask) : nameof(FromValue);
        var type = method == nameof(FromValue) ? call.Type : call.Type.GetGenericArguments()[0];
        return Expression.Call(typeof(ResolverCompiler).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type), call);
    }

    public static FieldResolver Compile(Expression call, ParameterExpression request, Finish? finish)
    {
        var resolve = Expression.Lambda<FieldResolver>(Awaited(call), request).Compile();
        return finish is null ? resolve : context =>
        {
            var value = resolve(context);
            return value.IsCompletedSuccessfully ? finish(context, value.Result) : Finished(context, value, finish);
        };
    }

    private static async ValueTask<object?> Finished(ResolverContext context, ValueTask<object?> value, Finish finish) => await finish(context, await value);

    private static ValueTask<object?> FromValue<T>(T value) => new(value);

    private static ValueTask<object?> FromTask<T>(Task<T> task)
    {
        return task.IsCompletedSuccessfully ? new(task.Result) : Wait(task);
        static async ValueTask<object?> Wait(Task<T> task) => await task;
    }

    private static ValueTask<object?> FromValueTask<T>(ValueTask<T> task)
    {
        return task.IsCompletedSuccessfully ? new(task.Result) : Wait(task);
        static async ValueTask<object?> Wait(ValueTask<T> task) => await task;
    }
}
