using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Work.Information;

namespace Portal.Graph.Domain.Claims;

/// <summary>Who may submit claims for the billing account answers what is asked about one.</summary>
internal sealed class ClaimInformation : IInformationSubject
{
    public string SubjectType => nameof(Claim);

    public Permission? Answers => Permission.ClaimsSubmit;
}
