using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Platform.Work;

/// <summary>The order of a queue as it stands in the address, <c>sort=due</c> or <c>sort=-due</c>, and the choices of its filter.</summary>
public static class QueueOrder
{
    /// <summary>Due first when the address says nothing that is known.</summary>
    public static WorkOrder Of(string? sort) => Enum.TryParse<WorkSort>(sort?.TrimStart('-'), ignoreCase: true, out var by) && Enum.IsDefined(by)
        ? new(by, sort!.StartsWith('-')) : new();

    public static string Text(WorkOrder order) => (order.Descending ? "-" : "") + order.By.ToString().ToLowerInvariant();

    public static IEnumerable<SelectListItem> Assignees(IEnumerable<WorkPerson> people) =>
        [new("Anyone", ""), new("Me", "me"), new("Nobody", "nobody"), .. people.Select(person => new SelectListItem(person.Name, person.Id.ToString(CultureInfo.InvariantCulture)))];
}
