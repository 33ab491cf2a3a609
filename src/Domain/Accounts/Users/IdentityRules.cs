using Microsoft.AspNetCore.Identity;

namespace Portal.Graph.Domain.Accounts.Users;

/// <summary>The rules of ACC-04 as ASP.NET Core Identity asks them, wherever a password is set.</summary>
internal sealed class IdentityRules : IPasswordValidator<User>, IUserValidator<User>
{
    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult(PasswordRules.Unmet(password ?? "", user.UserName ?? "") is { Count: > 0 } unmet
            ? IdentityResult.Failed([.. unmet.Select(rule => new IdentityError { Code = nameof(PasswordTooWeak), Description = rule })])
            : IdentityResult.Success);

    public async Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user)
    {
        if (!PasswordRules.IsUsername(user.UserName ?? ""))
            return IdentityResult.Failed(new IdentityErrorDescriber().InvalidUserName(user.UserName));
        var holder = await manager.FindByNameAsync(user.UserName!);
        return holder is null || holder.Id == user.Id
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityErrorDescriber().DuplicateUserName(user.UserName!));
    }
}
