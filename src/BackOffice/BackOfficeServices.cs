using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.Hosting;
using Portal.Graph.BackOffice.Accounts;
using Portal.Graph.BackOffice.Accounts.Grievances;
using Portal.Graph.BackOffice.Claims;
using Portal.Graph.BackOffice.Platform.Work;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Confirmation;
using Portal.Graph.BackOffice.Shared.Lists;

namespace Portal.Graph.BackOffice;

public static class BackOfficeServices
{
    /// <summary>Adds the staff pages: Razor Pages below /staff, the cookie scheme of staff, antiforgery. The domain is added by the host.</summary>
    public static TBuilder AddBackOffice<TBuilder>(this TBuilder builder) where TBuilder : IHostApplicationBuilder
    {
        var services = builder.Services;
        services.AddAuthentication().AddCookie(StaffCookie.Scheme, StaffCookie.Configure);
        services.AddAuthorization();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "staff-form";
            options.Cookie.Path = "/staff";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "staff-note";
            options.Cookie.Path = "/staff";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.IsEssential = true;
        });
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/";
            options.Conventions.Add(new StaffRoutes());
            options.Conventions.ConfigureFilter(new ServiceFilterAttribute<StaffGate> { Order = -1000 });
            options.Conventions.ConfigureFilter(new ServiceFilterAttribute<ReadAuditFilter>());
            options.Conventions.ConfigureFilter(new ConfirmationFilter());
        }).AddApplicationPart(typeof(BackOfficeServices).Assembly);
        services.AddSingleton<IPageRouteModelProvider, QueueRoutes>();
        services.AddScoped<ItemDesks>();
        services.AddScoped<StaffGate>();
        services.AddScoped<StaffActors>();
        services.AddScoped<ReadAuditFilter>();
        services.AddScoped<IQueueView, PendedView>().AddScoped<IQueueView, GrievanceView>().AddScoped<IQueueView, RegistrationView>();
        services.AddScoped<ClaimRecordReader>().AddScoped<IItemPanels, ClaimPanels>();
        services.AddSingleton<SealedText>();
        services.AddSingleton<SignInChallenge>();
        services.AddSingleton<PageInventory>();
        return builder;
    }
}
