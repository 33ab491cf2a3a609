namespace Portal.Graph.Domain.Platform;

// Section 0.1: warnings travel beside a filled result, not among the errors.
/// <summary>Something to know about what was done.</summary>
/// <param name="Code">The stable code, such as <c>ADMIN_EXISTS</c>.</param>
/// <param name="Message">What it means, for the user.</param>
public sealed record Warning(string Code, string Message);
