using System.Reflection;

namespace Portal.GraphQL.Building;

internal enum FieldOwnerKind { Object, Interface, Query, Mutation, Subscription }

/// <summary>The type a field belongs to.</summary>
/// <param name="TypeName">Its GraphQL name.</param>
/// <param name="ParentType">The CLR type of the objects; null for the root types.</param>
/// <param name="DescribedBy">The class with <c>[ObjectType&lt;T&gt;]</c>, whose authorization applies to every field.</param>
internal sealed record FieldOwner(FieldOwnerKind Kind, string TypeName, Type? ParentType, Type? DescribedBy = null)
{
    public bool IsRoot => Kind is FieldOwnerKind.Query or FieldOwnerKind.Mutation or FieldOwnerKind.Subscription;

    /// <summary>What a caller must be allowed to for a member: by the type, the class that adds the member, and the member itself.</summary>
    public IReadOnlyList<AuthorizeAttribute> AuthorizationOf(MemberInfo member)
    {
        if (member.IsDefined(typeof(AllowAnonymousAttribute), true)) return [];
        return
        [
            .. new[] { DescribedBy, member.DeclaringType == DescribedBy ? null : member.DeclaringType }
                .SelectMany(t => t?.GetCustomAttributes<AuthorizeAttribute>(true) ?? []),
            .. member.GetCustomAttributes<AuthorizeAttribute>(true),
        ];
    }
}
