using System.Reflection;
using System.Runtime.CompilerServices;

namespace Portal.Graph.Architecture.Tests;

/// <summary>The compiled projects under <c>src</c>.</summary>
public static class Product
{
    public static Assembly GraphQL { get; } = Assembly.Load("Portal.GraphQL");
    public static Assembly Domain { get; } = Assembly.Load("Portal.Graph.Domain");
    public static Assembly Schema { get; } = Assembly.Load("Portal.Graph.Schema");
    public static Assembly BackOffice { get; } = Assembly.Load("Portal.Graph.BackOffice");
    public static Assembly Host { get; } = Assembly.Load("Portal");

    public static Assembly[] All => [GraphQL, Domain, Schema, BackOffice, Host];

    /// <summary>The types that people wrote in it.</summary>
    public static Type[] Types(Assembly assembly) =>
        [.. assembly.GetTypes().Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Namespace?.StartsWith("Portal.") == true)];

    /// <summary>Schema has no type yet, so nothing can be asked of it.</summary>
    public static bool SchemaIsEmpty => Types(Schema).Length == 0;
}
