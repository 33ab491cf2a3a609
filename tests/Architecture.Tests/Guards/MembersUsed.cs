using System.Reflection;
using System.Reflection.Emit;

namespace Portal.Graph.Architecture.Tests.Guards;

/// <summary>The types that a type's signatures and compiled method bodies mention, closures and async state machines included.</summary>
public static class MembersUsed
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value & 0xFFFF);

    public static HashSet<Type> TypesUsedBy(Type type)
    {
        var used = new HashSet<Type>();
        Collect(type, used);
        return used;
    }

    private static void Collect(Type type, HashSet<Type> used)
    {
        foreach (var field in type.GetFields(All)) Add(field.FieldType, used);
        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            AddSignature(method, used);
            foreach (var local in method.GetMethodBody()?.LocalVariables ?? []) Add(local.LocalType, used);
            foreach (var member in InBody(method)) AddMember(member, used);
        }
        foreach (var nested in type.GetNestedTypes(All)) Collect(nested, used);
    }

    private static void AddMember(MemberInfo member, HashSet<Type> used)
    {
        if (member.DeclaringType is { } owner) Add(owner, used);
        if (member is MethodBase method) AddSignature(method, used);
        if (member is FieldInfo field) Add(field.FieldType, used);
        if (member is Type type) Add(type, used);
    }

    private static void AddSignature(MethodBase method, HashSet<Type> used)
    {
        foreach (var parameter in method.GetParameters()) Add(parameter.ParameterType, used);
        if (method is MethodInfo { ReturnType: var result }) Add(result, used);
        if (method.IsGenericMethod) foreach (var argument in method.GetGenericArguments()) Add(argument, used);
    }

    private static void Add(Type type, HashSet<Type> used)
    {
        if (type.HasElementType) Add(type.GetElementType()!, used);
        else if (used.Add(type)) foreach (var argument in type.GetGenericArguments()) Add(argument, used);
    }

    private static IEnumerable<MemberInfo> InBody(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var ofType = method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            var code = OpCodesByValue[il[at] == 0xFE ? 0xFE00 | il[at + 1] : il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok
                && method.Module.ResolveMember(BitConverter.ToInt32(il, at), ofType, ofMethod) is { } member)
                yield return member;
            at += OperandSize(code.OperandType, il, at);
        }
    }

    private static int OperandSize(OperandType operand, byte[] il, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
        _ => 4,
    };
}
