using Portal.Graph.Domain.Platform.Access;

namespace Portal.Graph.BackOffice.Shared.Access;

/// <summary>What a page demands of its visitor. A page without exactly one declaration is refused at start-up.</summary>
public interface IPageDeclaration;

/// <summary>PLT-18: the page is for staff who hold any of these permissions.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresPermissionAttribute(params Permission[] anyOf) : Attribute, IPageDeclaration
{
    public IReadOnlyList<Permission> AnyOf { get; } = anyOf;
}

/// <summary>The page is for every signed-in member of staff and shows no health data of its own.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnyStaffAttribute : Attribute, IPageDeclaration;

/// <summary>The page is for everyone: sign-in and the problem pages.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToEveryoneAttribute : Attribute, IPageDeclaration;

/// <summary>
/// Posts to these handlers of the page change nothing: they bring search text that may not stand in an address. Without the attribute
/// every post is a change, and closed during maintenance.
/// </summary>
/// <param name="handlers">Names of handlers; the empty name is the page's own.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ReadsOnPostAttribute(params string[] handlers) : Attribute
{
    public IReadOnlyList<string> Handlers { get; } = handlers;
}
