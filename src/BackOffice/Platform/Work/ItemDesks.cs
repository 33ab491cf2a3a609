using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work;
using Portal.Graph.Domain.Platform.Work.Information;

namespace Portal.Graph.BackOffice.Platform.Work;

/// <summary>What every page of an item calls.</summary>
public sealed record ItemDesks(
    WorkReads Reads, WorkDesk Work, WorkPeople People, WorkQueues Queues, InformationDesk Information, InformationReads Questions, ItemLetters Letters,
    AccountReads Accounts, ActorScope Scope, TimeProvider Clock);
