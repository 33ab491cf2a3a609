using Microsoft.AspNetCore.Http;
using Portal.Graph.Domain.Accounts.Links;
using Portal.Graph.Domain.Accounts.Registration;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Schema.Platform;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts.Links;

// ACC-11
[MutationType, ClosedForMaintenance]
public static class LinkMutations
{
    /// <summary>Links a further provider account to your sign-in by the same four values as a registration; the account's administrators are told and can end it.</summary>
    /// <param name="providerName">The provider's name; case, punctuation, repeated spaces and LLC, INC or PC at its end do not matter.</param>
    /// <param name="taxId">9 digits; hyphens do not matter.</param>
    /// <param name="careSourceProviderId">The plan's number of the provider, 12 digits.</param>
    /// <param name="zip">5 digits or ZIP+4 of a service or billing address; the first five are compared.</param>
    [RequiresPermission(Permission.AccountsLink), PayloadField("link")]
    [Error<RegistrationNoMatch>, Error<RegistrationLocked>, Error<AlreadyLinked>, Error<LinkLimit>, Error<LinkTakenBack>]
    public static Task<Outcome<AccountLink>> LinkAccountAsync(
        string providerName, string taxId, string careSourceProviderId, string zip, LinkDesk desk, IHttpContextAccessor http, CancellationToken ct) =>
        desk.LinkAsync(new(providerName, taxId, careSourceProviderId, zip), http.Source(), ct);

    /// <summary>Ends a link: your own, or one to an account whose users you manage. Open sessions lose the account at once.</summary>
    /// <param name="linkId">One of <c>linkedAccounts</c> or <c>accountLinks</c>.</param>
    [RequiresPermission(Permission.AccountsLink, Permission.UsersManage), PayloadField("link")]
    public static Task<Outcome<AccountLink>> UnlinkAccountAsync([ID<AccountLink>] long linkId, LinkDesk desk, CancellationToken ct) => desk.UnlinkAsync(linkId, ct);
}
