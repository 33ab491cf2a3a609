using System.Reflection;
using Portal.GraphQL.Execution;

namespace Portal.GraphQL.Building;

/// <summary>A method or property of a class of resolvers, with what its signature says.</summary>
/// <param name="Method">The method, or the getter of the property.</param>
/// <param name="Shape">What it gives, without wrappers; nullable where it may be refused.</param>
/// <param name="Result">The CLR type it gives once awaited: with a result type such as <see cref="FieldResult{T}"/> still around it.</param>
/// <param name="Value">The CLR type of the value inside that.</param>
/// <param name="Adapter">Reads the result type; null when the value comes bare.</param>
internal sealed record ResolverMember(MemberInfo Member, MethodInfo Method, ClrShape Shape, Type Result, Type Value, ResultAdapter? Adapter)
{
    public IIDAttribute? Id => BuildContext.IdOf(Member, Method.ReturnParameter);

    public UsePagingAttribute? Paging => Member.GetCustomAttribute<UsePagingAttribute>();

    public bool HasNoValue => Result == typeof(void) || Result == typeof(Task) || Result == typeof(ValueTask);

    public bool IsAsynchronous => Method.ReturnType != Result;

    public static ResolverMember Of(MemberInfo member, BuildContext context)
    {
        var method = member as MethodInfo ?? ((PropertyInfo)member).GetMethod!;
        var shape = member is PropertyInfo property ? context.Shapes.Of(property) : context.Shapes.Of(method.ReturnParameter);
        var result = method.ReturnType;
        if (result.IsGenericType && (result.GetGenericTypeDefinition() == typeof(Task<>) || result.GetGenericTypeDefinition() == typeof(ValueTask<>))) result = result.GetGenericArguments()[0];
        var adapter = context.AdapterOf(result);
        // A field that may be refused is null then: its refusal must not take its neighbours along.
        if (adapter is not null || member.IsDefined(typeof(AuthorizeAttribute), true)) shape = shape with { IsNullable = true };
        return new(member, method, BuildContext.Adjust(shape, member), result, adapter is null ? result : result.GetGenericArguments()[0], adapter);
    }
}
