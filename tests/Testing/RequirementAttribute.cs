using Xunit.Abstractions;
using Xunit.Sdk;

namespace Portal.Graph.Testing;

/// <summary>Names the requirements that a test proves, as in <c>[Requirement("CLM-22")]</c>.</summary>
[TraitDiscoverer("Portal.Graph.Testing.RequirementDiscoverer", "Portal.Graph.Testing")]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RequirementAttribute(params string[] ids) : Attribute, ITraitAttribute
{
    public IReadOnlyList<string> Ids { get; } = ids;
}

public sealed class RequirementDiscoverer : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute) =>
        traitAttribute.GetConstructorArguments().OfType<string[]>().SelectMany(ids => ids)
            .Select(id => KeyValuePair.Create("Requirement", id));
}
