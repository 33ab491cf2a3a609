using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Members;

[ObjectType<EligibilityHit>]
public static class EligibilityHitType;

[ObjectType<EligibilityAnswer>]
public static class EligibilityAnswerType;

[ObjectType<EligibilityVerdict>]
public static class EligibilityVerdictType;

[ObjectType<PastDueNote>]
public static class PastDueNoteType;
