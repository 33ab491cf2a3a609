using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Assets;

namespace Portal.Graph.BackOffice;

public static class BackOfficeRouting
{
    /// <summary>Serves the staff pages and their assets below /staff. Refuses to start when a page declares no permission.</summary>
    public static WebApplication MapBackOffice(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/staff"), staff =>
        {
            staff.UseMiddleware<StaffHeaders>();
            staff.UseExceptionHandler("/staff/problem/500");
            staff.UseStatusCodePagesWithReExecute("/staff/problem/{0}");
        });
        app.MapRazorPages();
        StaffAssets.Map(app);
        app.Services.GetRequiredService<PageInventory>().DemandDeclarationsAsync().GetAwaiter().GetResult();
        return app;
    }
}
