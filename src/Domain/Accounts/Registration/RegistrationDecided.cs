using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.Domain.Accounts.Registration;

/// <summary>The queue Q-REG: an item is done when somebody said, with a reason, what became of the visitor.</summary>
internal sealed class RegistrationDecided : IDecidedSubject
{
    public string SubjectType => nameof(Registration);

    public ValueTask<bool> IsUndecidedAsync(WorkItem item, CancellationToken ct) => new(true);
}
