using Portal.Graph.Domain.Platform.Work;
using Portal.GraphQL.Filtering;

namespace Portal.Graph.Schema.Work;

/// <summary>What a queue can be sorted by; due first when nothing is said.</summary>
internal sealed class WorkItemOrder : SortInputType<WorkItem>
{
    protected override void Configure(MemberFields<WorkItem> fields) =>
        fields.Add(i => i.DueAt).Add(i => i.ReceivedAt).Add(i => i.Priority).Add(i => i.SubjectNumber);
}
