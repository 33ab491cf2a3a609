using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Testing;

namespace Portal.Graph.Domain.Tests.Platform.Audit;

[Requirement("PLT-06")]
public class AuditPurposeTests
{
    [Theory]
    [InlineData(ActorKind.PortalUser, null, "Claim", "form", ReadPurpose.Payment)]
    [InlineData(ActorKind.PortalUser, null, "Member", "eligibility", ReadPurpose.Payment)]
    [InlineData(ActorKind.PortalUser, null, "CaseManagerAssignment", "caseManager", ReadPurpose.Treatment)]
    [InlineData(ActorKind.PortalUser, null, "Member", "clinical", ReadPurpose.Treatment)]
    [InlineData(ActorKind.PortalUser, 7L, "Claim", "form", ReadPurpose.Operations)]
    [InlineData(ActorKind.Staff, null, "Claim", "form", ReadPurpose.Payment)]
    [InlineData(ActorKind.Staff, null, "Member", "clinical", ReadPurpose.Operations)]
    [InlineData(ActorKind.Staff, null, "AuditEvent", "trail", ReadPurpose.Operations)]
    [InlineData(ActorKind.System, null, "Claim", "form", ReadPurpose.Operations)]
    public void The_purpose_follows_from_the_reader_and_the_fields(ActorKind kind, long? impersonator, string entity, string group, ReadPurpose expected) =>
        AuditPurpose.Of(new Actor { Kind = kind, Name = "somebody", ImpersonatorId = impersonator }, entity, group).ShouldBe(expected);
}
