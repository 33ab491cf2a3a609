using System.Collections;
using Portal.GraphQL.Execution.Compilation;
using Portal.GraphQL.Types;

namespace Portal.GraphQL.Execution.Running;

/// <summary>
/// The write pass: walks objects and nodes once and writes UTF-8. What cannot be written becomes an error; a null that
/// its position does not allow takes back what was written of the nearest ancestor that can be null
/// (section 6.4.4 of the specification).
/// </summary>
internal sealed class ResponseWriter(OperationRun run, ResultWriter writer)
{
    private static readonly byte[] DataName = ResultWriter.EncodeName("data");

    private readonly ResponsePath _path = new();
    private List<GraphQLError>? _errors;

    public IReadOnlyList<GraphQLError> Errors => _errors ?? (IReadOnlyList<GraphQLError>)[];

    /// <summary>Writes the name <c>data</c> and what belongs to it.</summary>
    public void WriteData()
    {
        writer.WriteName(DataName);
        var start = writer.Position;
        if (WriteFields(run.Root.Set, run.Root.Value, run.Root.Slots))
            return;
        writer.Rewind(start);
        writer.WriteNull();
    }

    /// <summary>Every method that writes a value answers false when the value has to be null but its position does not allow it.</summary>
    private bool WriteFields(SelectionSet set, object value, object?[] slots)
    {
        writer.StartObject();
        foreach (var selection in set.InOrder(run.ConditionBits))
        {
            if (!selection.Inclusion.Holds(run.ConditionBits))
                continue;
            writer.WriteName(selection.EncodedName);
            if (selection.IsTypeName)
                writer.WriteRaw(set.TypeName);
            else if (!WriteField(selection, value, slots))
                return false;
        }
        writer.EndObject();
        return true;
    }

    private bool WriteField(FieldSelection selection, object value, object?[] slots)
    {
        var start = writer.Position;
        var depth = _path.Depth;
        _path.Enter(selection);
        bool written;
        try
        {
            written = selection.Slot >= 0 ? WriteValue(selection, selection.Type, slots[selection.Slot])
                : selection.Field.WriteLeaf is { } leaf ? leaf(value, writer) || WriteNull(selection, selection.Type)
                : WriteValue(selection, selection.Type, selection.Field.Pure!(value));
        }
        catch (Exception e) when (e is not ResultTooLargeException)
        {
            _path.Depth = depth + 1;
            written = Replace(selection, selection.Type, start,
                run.Faults.Failure(e, $"field {selection.Parent.Name}.{selection.Field.Name}", ErrorCodes.InvalidResult));
        }
        _path.Depth = depth;
        return written;
    }

    private bool WriteValue(FieldSelection selection, TypeReference type, object? value)
    {
        if (value is ReportedValue reported)
        {
            AddErrors(selection, reported.Errors);
            value = reported.Value;
        }
        if (value is null)
            return WriteNull(selection, type);
        var start = writer.Position;
        if (value is FieldFailure failure)
            return Replace(selection, type, start, failure);
        var inner = type.Nullable;
        var depth = _path.Depth;
        var written = value switch
        {
            ObjectNode node => WriteFields(node.Set, node.Value, node.Slots),
            NodeList list => WriteItems(selection, (ListType)inner, list.Items),
            _ => WritePlain(selection, inner, value),
        };
        if (written)
            return true;
        _path.Depth = depth;
        return Replace(selection, type, start, null);
    }

    /// <summary>Writes a value below which everything is plain.</summary>
    private bool WritePlain(FieldSelection selection, TypeReference type, object value)
    {
        switch (type)
        {
            case ScalarType scalar:
                scalar.Write(value, writer);
                return true;
            case EnumType @enum:
                writer.WriteString((@enum.FindByValue(value)
                    ?? throw new CoercionException($"Enum \"{@enum.Name}\" cannot represent value: {value}")).Name);
                return true;
            case ListType list when value is IList items:
                return WriteItems(selection, list, items);
            case ListType list when value is IEnumerable sequence and not string:
                return WriteSequence(selection, list, sequence);
            case ListType:
                throw new InvalidOperationException($"{selection.Parent.Name}.{selection.Field.Name} is a list, but its value is a {value.GetType()}.");
            default:
                return WriteFields(selection.Children!.Only!, value, []);
        }
    }

    private bool WriteItems(FieldSelection selection, ListType list, IList items)
    {
        writer.StartArray();
        for (var i = 0; i < items.Count; i++)
        {
            _path.Enter(i);
            if (!WriteItem(selection, list.Element, items[i]))
                return false;
            _path.Leave();
        }
        writer.EndArray();
        return true;
    }

    private bool WriteSequence(FieldSelection selection, ListType list, IEnumerable items)
    {
        writer.StartArray();
        var index = 0;
        foreach (var item in items)
        {
            _path.Enter(index++);
            if (!WriteItem(selection, list.Element, item))
                return false;
            _path.Leave();
        }
        writer.EndArray();
        return true;
    }

    /// <summary>A leaf that does not fit fails its item, not the whole list.</summary>
    private bool WriteItem(FieldSelection selection, TypeReference type, object? item)
    {
        if (!selection.IsLeaf)
            return WriteValue(selection, type, item);
        var start = writer.Position;
        var depth = _path.Depth;
        try
        {
            return WriteValue(selection, type, item);
        }
        catch (Exception e) when (e is not ResultTooLargeException)
        {
            _path.Depth = depth;
            return Replace(selection, type, start, run.Faults.Failure(e, $"field {selection.Parent.Name}.{selection.Field.Name}", ErrorCodes.InvalidResult));
        }
    }

    private bool WriteNull(FieldSelection selection, TypeReference type)
    {
        if (!type.IsNonNull)
        {
            writer.WriteNull();
            return true;
        }
        AddErrors(selection, [new GraphQLError(
            $"Cannot return null for non-nullable field {selection.Parent.Name}.{selection.Field.Name}.", ErrorCodes.NonNullViolation)]);
        return false;
    }

    /// <summary>Takes back what was written of a value and, where it may be, makes it null.</summary>
    private bool Replace(FieldSelection selection, TypeReference type, int start, FieldFailure? failure)
    {
        if (failure is not null)
            AddErrors(selection, failure.Errors);
        writer.Rewind(start);
        if (type.IsNonNull)
            return false;
        writer.WriteNull();
        return true;
    }

    private void AddErrors(FieldSelection selection, IReadOnlyList<GraphQLError> errors)
    {
        _errors ??= [];
        foreach (var error in errors)
            _errors.Add(error with { Path = error.Path ?? _path.ToList(), Locations = error.Locations ?? selection.LocationsFor(run.ConditionBits) });
    }
}
