using Portal.Graph.Domain.Members;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Members;

[ObjectType<MemberInformation>(Fields =
    [nameof(MemberInformation.Address), nameof(MemberInformation.Program), nameof(MemberInformation.Pcp), nameof(MemberInformation.CaseManager)])]
public static class MemberInformationType;

[ObjectType<MemberAddress>(Fields =
    [nameof(MemberAddress.Kind), nameof(MemberAddress.Line1), nameof(MemberAddress.City), nameof(MemberAddress.State), nameof(MemberAddress.Zip)])]
public static class MemberAddressType;

[ObjectType<CaseManagerAssignment>(Name = "CaseManager", Fields = [nameof(CaseManagerAssignment.Name), nameof(CaseManagerAssignment.Phone)])]
public static class CaseManagerType;

[ObjectType<Pcp>(Name = "PrimaryCareProvider", Fields = [nameof(Pcp.Practitioner), nameof(Pcp.Account)])]
public static class PrimaryCareProviderType;
