namespace Portal.Graph.BackOffice.Platform.Work;

public sealed class ItemNoteForm
{
    public string? Text { get; set; }
}

public sealed class AskForm
{
    public string? Text { get; set; }
    public int DueInDays { get; set; } = 14;
}

public sealed class ReplyForm
{
    public string? Answer { get; set; }
}

public sealed class AssignForm
{
    public long? AssigneeId { get; set; }
}

public sealed class UrgencyForm
{
    public int Priority { get; set; }
}
