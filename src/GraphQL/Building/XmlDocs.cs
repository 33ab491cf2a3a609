using System.Reflection;
using System.Xml.Linq;

namespace Portal.GraphQL.Building;

/// <summary>Descriptions from the XML documentation beside each assembly; an attribute wins, then the member's own text, then what it inherits.</summary>
internal sealed class XmlDocs
{
    private readonly Dictionary<Assembly, Dictionary<string, XElement>> _files = [];

    public string? Of(Type type) => Given(type) ?? Summary(Find(type.Assembly, "T:" + Id(type))) ?? Inherited(type, Of);

    public string? Of(PropertyInfo property) =>
        Given(property) ?? OwnText(property) ?? Inherited(property.DeclaringType!, t => t.GetProperty(property.Name) is { } p ? Given(p) ?? OwnText(p) : null);

    public string? Of(MethodInfo method) =>
        Given(method) ?? Summary(Element(method)) ?? Inherited(method.DeclaringType!, t => t.GetMethod(method.Name) is { } m ? Given(m) ?? Summary(Element(m)) : null);

    public string? Of(ParameterInfo parameter) =>
        Given(parameter) ?? (parameter.Member is MethodInfo method ? Parameter(Element(method), parameter.Name!) : null);

    public string? OfEnumValue(FieldInfo field) => Given(field) ?? Summary(Find(field.DeclaringType!.Assembly, $"F:{Id(field.DeclaringType!)}.{field.Name}"));

    private string? OwnText(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        // The properties of a record are documented as the parameters of its type.
        return Summary(Find(type.Assembly, $"P:{Id(type)}.{property.Name}")) ?? Parameter(Find(type.Assembly, "T:" + Id(type)), property.Name);
    }

    private static string? Given(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(typeof(GraphQLDescriptionAttribute), false) is [GraphQLDescriptionAttribute given, ..] ? given.Description : null;

    private static string? Inherited(Type type, Func<Type, string?> read)
    {
        for (var b = type.BaseType; b is not null && b != typeof(object); b = b.BaseType)
            if (read(b) is { } text) return text;
        return type.GetInterfaces().Select(read).FirstOrDefault(t => t is not null);
    }

    private XElement? Element(MethodInfo method) => Find(method.DeclaringType!.Assembly, $"M:{Id(method.DeclaringType!)}.{method.Name}");

    private static string? Summary(XElement? member) => XmlDocText.Of(member?.Element("summary"));

    private static string? Parameter(XElement? member, string name) =>
        XmlDocText.Of(member?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == name));

    private static string Id(Type type) => (type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private XElement? Find(Assembly assembly, string id)
    {
        if (!_files.TryGetValue(assembly, out var members)) _files[assembly] = members = Read(assembly);
        return members.GetValueOrDefault(id);
    }

    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var members = new Dictionary<string, XElement>();
        var path = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        if (assembly.Location is { Length: > 0 } location) path = Path.ChangeExtension(location, ".xml");
        if (!File.Exists(path)) return members;
        foreach (var member in XDocument.Load(path).Descendants("member"))
        {
            // A method is known by its name alone: two overloads cannot both be fields.
            if (member.Attribute("name")?.Value is { } name) members.TryAdd(name.Split('(', '~')[0].Replace("``1", ""), member);
        }
        return members;
    }
}
