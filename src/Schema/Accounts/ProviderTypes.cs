using Portal.Graph.Domain.Accounts;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Accounts;

[ObjectType<ProviderAccount>(Fields =
[
    nameof(ProviderAccount.Name), nameof(ProviderAccount.CareSourceProviderId), nameof(ProviderAccount.Npi), nameof(ProviderAccount.Kind),
    nameof(ProviderAccount.Participation), nameof(ProviderAccount.State),
])]
public static class ProviderAccountType
{
    [ID<ProviderAccount>]
    public static long GetId([Parent] ProviderAccount account) => account.Id;

    // ACC-11
    /// <summary>As the Providers lists show it: "name - Provider ID".</summary>
    public static string GetLabel([Parent] ProviderAccount account) => $"{account.Name} - {account.CareSourceProviderId}";
}

[ObjectType<Practitioner>(Fields =
[
    nameof(Practitioner.Npi), nameof(Practitioner.FirstName), nameof(Practitioner.LastName), nameof(Practitioner.Specialty),
    nameof(Practitioner.IsPcp), nameof(Practitioner.State),
])]
public static class PractitionerType
{
    [ID<Practitioner>]
    public static long GetId([Parent] Practitioner practitioner) => practitioner.Id;
}
