using System.Security.Claims;
using Portal.GraphQL.Execution.Compilation;

namespace Portal.GraphQL.Execution.Running;

/// <summary>The answers to authorization requirements in one request; each is asked once.</summary>
internal sealed class RequirementChecks(IFieldAuthorizer authorizer, ClaimsPrincipal user, IServiceProvider services)
{
    private readonly Dictionary<int, object?> _answers = [];

    /// <summary>The first refusal among the requirements, or null; false when one was not asked yet.</summary>
    public bool TryAnswer(Requirement[] requirements, out object? refusal)
    {
        refusal = null;
        foreach (var requirement in requirements)
        {
            if (!_answers.TryGetValue(requirement.Number, out refusal))
                return false;
            if (refusal is not null)
                return true;
        }
        return true;
    }

    /// <summary>Answers the requirements that were not asked yet with a refusal.</summary>
    public void Refuse(Requirement[] requirements, object refusal)
    {
        foreach (var requirement in requirements)
            _answers.TryAdd(requirement.Number, refusal);
    }

    public async ValueTask AskAsync(Requirement[] requirements, CancellationToken cancellationToken)
    {
        foreach (var requirement in requirements)
            if (!_answers.ContainsKey(requirement.Number))
                _answers[requirement.Number] = await authorizer.AuthorizeAsync(requirement.Attribute, user, services, cancellationToken);
    }
}
