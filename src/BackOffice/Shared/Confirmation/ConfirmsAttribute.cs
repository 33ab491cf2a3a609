namespace Portal.Graph.BackOffice.Shared.Confirmation;

/// <summary>
/// Posts to this handler take something away: before it runs, a page asks once more and carries the form along. It needs no script
/// and nothing of the page but this line.
/// </summary>
/// <param name="handler">The handler's name; the empty name is the page's own.</param>
/// <param name="question">What is asked; <c>{Field}</c> stands for what the form sends under that name.</param>
/// <param name="button">What the button does, as a verb: "Take it out".</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class ConfirmsAttribute(string handler, string question, string button) : Attribute
{
    public string Handler { get; } = handler;
    public string Question { get; } = question;
    public string Button { get; } = button;

    /// <summary>What follows from it, in one sentence.</summary>
    public string? Consequence { get; init; }
}
