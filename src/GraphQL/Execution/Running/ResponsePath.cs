using Portal.GraphQL.Execution.Compilation;

namespace Portal.GraphQL.Execution.Running;

/// <summary>Where the write pass is: fields and list indexes from the root. Turned into a path only when an error needs one.</summary>
internal sealed class ResponsePath
{
    private Segment[] _segments = new Segment[32];

    private readonly record struct Segment(FieldSelection? Field, int Index);

    public int Depth { get; set; }

    public void Enter(FieldSelection field) => Push(new(field, 0));
    public void Enter(int index) => Push(new(null, index));
    public void Leave() => Depth--;

    public IReadOnlyList<object> ToList()
    {
        var path = new object[Depth];
        for (var i = 0; i < path.Length; i++)
            path[i] = _segments[i].Field is { } field ? field.ResponseName : _segments[i].Index;
        return path;
    }

    private void Push(Segment segment)
    {
        if (Depth == _segments.Length)
            Array.Resize(ref _segments, Depth * 2);
        _segments[Depth++] = segment;
    }
}
