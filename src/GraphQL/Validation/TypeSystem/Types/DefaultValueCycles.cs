using Portal.GraphQL.Language;

namespace Portal.GraphQL.Validation.TypeSystem.Types;

// Section 3.10, InputObjectDefaultValueHasCycle: an object left out is not filled with itself without end.
internal sealed class DefaultValueCycles(SchemaContext context) : SchemaRule(context)
{
    private readonly HashSet<InputValueDefinitionNode> _done = [];
    private readonly List<InputValueDefinitionNode> _path = [];

    public override void Check()
    {
        foreach (var type in Context.Types)
            CheckFields(type, given: null);
    }

    private void Check(TypeSource type, ValueNode value)
    {
        switch (value)
        {
            case ListValueNode list:
                foreach (var item in list.Items) Check(type, item);
                break;
            case ObjectValueNode node:
                CheckFields(type, node);
                break;
        }
    }

    private void CheckFields(TypeSource type, ObjectValueNode? given)
    {
        foreach (var field in type.Inputs)
        {
            if (Context.Find(field.Type.Named().Value) is not { Inputs.Count: > 0 } inner) continue;
            if (given?.Fields.FirstOrDefault(f => f.Name.Value == field.Name.Value) is { } part) Check(inner, part.Value);
            else if (field.DefaultValue is { } value) CheckDefault(inner, field, value);
        }
    }

    private void CheckDefault(TypeSource inner, InputValueDefinitionNode field, ValueNode value)
    {
        var start = _path.IndexOf(field);
        if (start >= 0)
        {
            Context.Report(
                $"The default value of input field \"{field.Name.Value}\" contains itself through \"{string.Join('.', _path.Skip(start).Select(f => f.Name.Value))}\".",
                _path.Skip(start));
            return;
        }
        if (!_done.Add(field)) return;
        _path.Add(field);
        Check(inner, value);
        _path.RemoveAt(_path.Count - 1);
    }
}
