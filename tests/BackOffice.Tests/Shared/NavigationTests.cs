using Portal.Graph.BackOffice.Tests.Hosting;

namespace Portal.Graph.BackOffice.Tests.Shared;

[Collection(OneHost.Name)]
public sealed class NavigationTests(BackOfficeHost host)
{
    [Theory]
    [InlineData("/staff", "Dashboard")]
    [InlineData("/staff/claims/pended", "Pended claims")]
    [InlineData("/staff/claims", "Claim search")]
    public async Task The_menu_marks_where_one_is(string address, string label)
    {
        using var client = await host.SignedInAsync(StaffPlan.Analyst);
        (await client.GetAsync(address)).Texts("nav[aria-label='Main'] a[aria-current]").ShouldBe([label]);
    }
}
