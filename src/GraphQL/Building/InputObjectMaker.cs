using System.Linq.Expressions;
using System.Reflection;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Building;

/// <summary>Compiles the making of an input's CLR object.</summary>
internal sealed class InputObjectMaker
{
    private readonly Type _type;
    private readonly ConstructorInfo? _constructor;
    private readonly object? _blank;
    private readonly Dictionary<PropertyInfo, BoundInput> _fields = [];

    public InputObjectMaker(Type type)
    {
        _type = type;
        var properties = ClrMembers.Properties(type);
        _constructor = type.GetConstructors()
            .Where(c => c.GetParameters().All(p => properties.Any(x => Matches(x, p))))
            .MaxBy(c => c.GetParameters().Length);
        _blank = Blank();
    }

    /// <summary>An instance made of defaults, for its initialisers; null where the constructor refuses them.</summary>
    private object? Blank()
    {
        if (_constructor is null) return _type.IsValueType ? Activator.CreateInstance(_type) : null;
        try { return _constructor.Invoke([.. _constructor.GetParameters().Select(Default)]); }
        catch (TargetInvocationException) { return null; }
    }

    public bool CanSet(PropertyInfo property) => property.SetMethod is { IsPublic: true } || Parameter(property) is not null;

    /// <summary>What the property is when nothing is given, as far as that is a constant.</summary>
    public object? DefaultOf(PropertyInfo property)
    {
        if (Parameter(property) is { } parameter) return parameter.HasDefaultValue ? parameter.DefaultValue : null;
        if (_blank is null) return null;
        var value = property.GetValue(_blank);
        // An uninitialised number is zero: no initialiser, no default.
        return value is null || value.Equals(property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null) ? null : value;
    }

    public void Add(PropertyInfo property, BoundInput field) => _fields[property] = field;

    /// <summary>Null when there is no constructor to use.</summary>
    public Func<object?[], object>? Compile()
    {
        if (_constructor is null && !_type.IsValueType) return null;
        var values = Expression.Parameter(typeof(object?[]));
        var made = Expression.Variable(_type);
        var arguments = (_constructor?.GetParameters() ?? []).Select(p => _fields.FirstOrDefault(f => Matches(f.Key, p)) is { Value: { } field }
            ? field.Read(Raw(values, field), Default(p))
            : Expression.Default(p.ParameterType));
        var body = new List<Expression> { Expression.Assign(made, _constructor is null ? Expression.New(_type) : Expression.New(_constructor, arguments)) };
        foreach (var (property, field) in _fields.Where(f => Parameter(f.Key) is null))
            body.Add(Expression.IfThen(
                Expression.ReferenceNotEqual(Raw(values, field), Expression.Constant(InputObjectType.Absent)),
                Expression.Assign(Expression.Property(made, property), field.Read(Raw(values, field), DefaultOf(property.PropertyType)))));
        body.Add(Expression.Convert(made, typeof(object)));
        return Expression.Lambda<Func<object?[], object>>(Expression.Block([made], body), values).Compile();
    }

    private static BinaryExpression Raw(Expression values, BoundInput field) => Expression.ArrayIndex(values, Expression.Constant(field.Field.Index));

    private static object? Default(ParameterInfo parameter) =>
        parameter.HasDefaultValue && parameter.DefaultValue is { } value ? Literals.Typed(value, parameter.ParameterType) : DefaultOf(parameter.ParameterType);

    private static object? DefaultOf(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    private ParameterInfo? Parameter(PropertyInfo property) => _constructor?.GetParameters().FirstOrDefault(p => Matches(property, p));

    private static bool Matches(PropertyInfo property, ParameterInfo parameter) =>
        string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase) && property.PropertyType == parameter.ParameterType;
}
