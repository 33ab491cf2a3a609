using Portal.Graph.Domain.Platform.Policies;
using Portal.GraphQL.Building;

namespace Portal.Graph.Schema.Policies;

// PLT-02
[ObjectType<PolicySetting>(Fields =
[
    nameof(PolicySetting.Version), nameof(PolicySetting.Key), nameof(PolicySetting.Market), nameof(PolicySetting.Lob), nameof(PolicySetting.Program),
    nameof(PolicySetting.From), nameof(PolicySetting.To), nameof(PolicySetting.Value), nameof(PolicySetting.Source), nameof(PolicySetting.State),
    nameof(PolicySetting.Author), nameof(PolicySetting.Approver), nameof(PolicySetting.ProposedEnd), nameof(PolicySetting.Changes),
])]
public static class PolicySettingType
{
    [ID<PolicySetting>]
    public static long GetId([Parent] PolicySetting setting) => setting.Id;

    /// <summary>The number by which messages name the row.</summary>
    public static long GetRowNumber([Parent] PolicySetting setting) => setting.Id;

    /// <summary>What the key takes; null for a key that this version of the program no longer asks for.</summary>
    public static PolicyKey? GetDefinition([Parent] PolicySetting setting) => PolicyCatalogue.Find(setting.Key);

    [NodeResolver]
    public static Task<PolicySetting?> GetPolicySettingByIdAsync(long id, PolicyReads reads, CancellationToken ct) => reads.FindAsync(id, ct);
}

[ObjectType<PolicyChange>(Fields =
[
    nameof(PolicyChange.Kind), nameof(PolicyChange.ByName), nameof(PolicyChange.At), nameof(PolicyChange.Before), nameof(PolicyChange.After),
])]
public static class PolicyChangeType;

[ObjectType<PolicyKey>(Fields =
[
    nameof(PolicyKey.Name), nameof(PolicyKey.Kind), nameof(PolicyKey.Unit), nameof(PolicyKey.Default), nameof(PolicyKey.Requirement),
    nameof(PolicyKey.Allowed), nameof(PolicyKey.Words), nameof(PolicyKey.Anchor), nameof(PolicyKey.AnchorKey),
])]
public static class PolicyKeyType;

[ObjectType<PolicyCandidate>]
public static class PolicyCandidateType;

[ObjectType<EffectivePolicy>(Fields = [nameof(EffectivePolicy.Key), nameof(EffectivePolicy.On), nameof(EffectivePolicy.Setting), nameof(EffectivePolicy.Candidates)])]
public static class EffectivePolicyType;

[ObjectType<Deadline>(Fields =
[
    nameof(Deadline.LastDay), nameof(Deadline.Because), nameof(Deadline.Decisive), nameof(Deadline.Parts), nameof(Deadline.RolledFrom),
    nameof(Deadline.Value), nameof(Deadline.Key), nameof(Deadline.Requirement), nameof(Deadline.Row),
])]
public static class DeadlineType;

[ObjectType<DeadlinePart>]
public static class DeadlinePartType;
