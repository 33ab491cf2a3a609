using System.Reflection;
using System.Text;

namespace Portal.GraphQL.Building;

/// <summary>How C# names become GraphQL names.</summary>
public static class Naming
{
    /// <summary><c>GetClaimsAsync</c> → <c>claims</c>; a name given by attribute wins.</summary>
    public static string Field(MemberInfo member)
    {
        if (member.GetCustomAttribute<GraphQLNameAttribute>() is { } given) return given.Name;
        var name = member.Name;
        if (member is MethodInfo)
        {
            if (name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal)) name = name[..^5];
            if (name.Length > 3 && name.StartsWith("Get", StringComparison.Ordinal) && char.IsUpper(name[3])) name = name[3..];
        }
        return Camel(name);
    }

    public static string Argument(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Camel(parameter.Name!);

    /// <summary>The CLR name; a closed generic type is named after its arguments: <c>PageOfClaim</c>.</summary>
    public static string Type(Type type)
    {
        if (type.GetCustomAttribute<GraphQLNameAttribute>() is { } given) return given.Name;
        if (!type.IsGenericType) return type.Name;
        return $"{type.Name[..type.Name.IndexOf('`')]}Of{string.Join("And", type.GetGenericArguments().Select(Type))}";
    }

    public static string InputType(Type type)
    {
        var name = Type(type);
        return name.EndsWith("Input", StringComparison.Ordinal) || type.IsDefined(typeof(GraphQLNameAttribute)) ? name : name + "Input";
    }

    /// <summary>The interface <c>INode</c> is called <c>Node</c>.</summary>
    public static string InterfaceType(Type type)
    {
        var name = Type(type);
        return type.IsInterface && name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) && !type.IsDefined(typeof(GraphQLNameAttribute)) ? name[1..] : name;
    }

    /// <summary><c>WindowClosed</c> → <c>WindowClosedError</c>.</summary>
    public static string ErrorType(Type type)
    {
        var name = Type(type);
        return name.EndsWith("Error", StringComparison.Ordinal) ? name : name + "Error";
    }

    /// <summary><c>ClaimNumber</c> → <c>claimNumber</c>, <c>NPI</c> → <c>npi</c>, <c>EOBUrl</c> → <c>eobUrl</c>.</summary>
    public static string Camel(string name)
    {
        var upper = 0;
        while (upper < name.Length && char.IsUpper(name[upper])) upper++;
        if (upper == 0) return name;
        // Of a run of capitals the last one starts the next word, unless the run is the whole name.
        var lowered = upper == 1 || upper == name.Length ? upper : char.IsLetter(name[upper]) ? upper - 1 : upper;
        return name[..lowered].ToLowerInvariant() + name[lowered..];
    }

    public static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary><c>InReview</c> → <c>IN_REVIEW</c>, <c>HCFA1500Form</c> → <c>HCFA1500_FORM</c>.</summary>
    public static string EnumValue(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord) result.Append('_');
            result.Append(char.ToUpperInvariant(name[i]));
        }
        return result.ToString();
    }
}
