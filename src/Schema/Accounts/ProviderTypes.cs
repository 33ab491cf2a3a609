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
