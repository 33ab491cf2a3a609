using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Claims;

public sealed class SetClaimDetailViewTests
{
    [Fact]
    [Requirement("CLM-18")]
    public async Task The_choice_is_remembered_per_user()
    {
        await using var plan = await ClaimPlan.CreateAsync();
        var user = new User { UserName = "bill", NormalizedUserName = "BILL", DisplayName = "Bill Biller", Kind = UserKind.Portal };
        await plan.Database.AddAsync(user);

        await using (var scope = plan.As(plan.Biller with { UserId = user.Id }))
            (await scope.Get<ClaimViewDesk>().SetDetailViewAsync(ClaimDetailView.Table, default)).Succeeded.ShouldBeTrue();

        await using var check = plan.As(plan.Biller);
        (await check.Db.Set<User>().AsNoTracking().SingleAsync(u => u.Id == user.Id)).ClaimDetailView.ShouldBe(ClaimDetailView.Table);
        await using var nobody = plan.As(plan.Biller with { Permissions = FrozenSet<Permission>.Empty });
        (await nobody.Get<ClaimViewDesk>().SetDetailViewAsync(ClaimDetailView.List, default)).Refusals.Single().ShouldBeOfType<Forbidden>();
    }
}
