using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Assets;

namespace Portal.Graph.BackOffice;

public static class BackOfficeRouting
{
    /// <summary>Serves the staff pages and their assets below /staff. Refuses to start when a page declares no permission.</summary>
    public static WebApplication MapBackOffice(this WebApplication app)
    {
        app.UseWhen(IsStaff, staff => staff.UseMiddleware<StaffHeaders>().UseMiddleware<HostCookies>());
        app.UseStatusCodePagesWithReExecute("/staff/problem/{0}");
        app.Use((context, next) =>
        {
            // The rest of the host answers its own problems.
            if (!IsStaff(context)) context.Features.GetRequiredFeature<IStatusCodePagesFeature>().Enabled = false;
            return next(context);
        });
        // Logs the fault and leaves an empty 500, which then becomes the problem page.
        app.UseWhen(IsStaff, staff => staff.UseExceptionHandler(fault => fault.Run(_ => Task.CompletedTask)));
        app.MapRazorPages();
        StaffAssets.Map(app);
        app.Services.GetRequiredService<PageInventory>().DemandDeclarationsAsync().GetAwaiter().GetResult();
        return app;
    }

    private static bool IsStaff(HttpContext context) => context.Request.Path.StartsWithSegments("/staff");
}
