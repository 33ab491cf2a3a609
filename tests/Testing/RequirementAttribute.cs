using Xunit.Abstractions;
using Xunit.Sdk;

namespace Portal.Graph.Testing;

/// <summary>The test proves this requirement of docs/requirements. Filter by it: <c>dotnet test --filter Requirement=CLM-22</c>.</summary>
[TraitDiscoverer("Portal.Graph.Testing.RequirementDiscoverer", "Portal.Graph.Testing")]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RequirementAttribute(string id) : Attribute, ITraitAttribute
{
    public string Id { get; } = id;
}

public sealed class RequirementDiscoverer : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute) =>
        [new("Requirement", (string)traitAttribute.GetConstructorArguments().Single())];
}
