using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.Domain.Platform.Work;

namespace Portal.Graph.BackOffice.Platform.Work;

/// <summary>Every queue has its page and its items theirs: where no capability brought one, the general ones serve its address.</summary>
internal sealed class QueueRoutes(WorkQueues queues) : IPageRouteModelProvider
{
    // After the pages of the assembly are known.
    public int Order => 0;

    public void OnProvidersExecuting(PageRouteModelProviderContext context)
    {
        var served = context.RouteModels.SelectMany(page => page.Selectors)
            .Select(selector => StaffRoutes.Address(selector.AttributeRouteModel?.Template ?? "")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Serve(context, "/Platform/Work/Queue", queues.All.Select(AddressOf).Where(address => !served.Contains(address)));
        Serve(context, "/Platform/Work/Item", queues.All.Select(AddressOf)
            .Where(address => !served.Any(other => other.StartsWith($"{address}/{{", StringComparison.OrdinalIgnoreCase)))
            .Select(address => $"{address}/{{id:long}}"));
    }

    public void OnProvidersExecuted(PageRouteModelProviderContext context) { }

    // StaffRoutes puts every page below /staff.
    private static string AddressOf(WorkQueue queue) => queue.Page["/staff/".Length..];

    private static void Serve(PageRouteModelProviderContext context, string page, IEnumerable<string> addresses)
    {
        if (context.RouteModels.FirstOrDefault(model => model.ViewEnginePath == page) is not { } model) return;
        model.Selectors.Clear();
        foreach (var address in addresses) model.Selectors.Add(new SelectorModel { AttributeRouteModel = new() { Template = address } });
    }
}
