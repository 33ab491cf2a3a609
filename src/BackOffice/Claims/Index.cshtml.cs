using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.BackOffice.Shared.Lists;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.BackOffice.Claims;

/// <summary>/staff/claims: search of the plan's claims (CLM-13) for those who may read them.</summary>
[ReadsOnPost(""), RequiresPermission(Permission.StaffClaimsRead)]
public sealed class IndexModel(ClaimReads claims, AccountReads accounts, MemberReads members, SealedText sealedText) : StaffPage
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public ClaimSearchForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public ListPage<Claim>? List { get; private set; }
    public IReadOnlyList<string> NotFoundNumbers { get; private set; } = [];
    public Dictionary<long, ProviderAccount> Providers { get; private set; } = [];
    public Dictionary<long, Member> Members { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Form.Member = sealedText.Open(Form.Member);
        Form.Account = sealedText.Open(Form.Account);
        if (!Form.IsSet || !ModelState.IsValid) return;
        var found = await claims.SearchAsync(Form.ToSearch(), ct);
        if (!found.Succeeded)
        {
            Refuse(found.Refusals.Select(refusal => refusal with { Path = ClaimSearchForm.FieldOf(refusal.Path) }));
            return;
        }
        NotFoundNumbers = found.Value.NotFoundNumbers;
        List = await found.Value.Claims.PageAsync(PageNumber, PageSize, ct);
        Providers = (await accounts.ByIdsAsync([.. List.Rows.Select(claim => claim.BillingAccountId).Distinct()], ct)).ToDictionary(account => account.Id);
        Members = (await members.ByIdsAsync([.. List.Rows.Select(claim => claim.MemberId).OfType<long>().Distinct()], ct)).ToDictionary(member => member.Id);
    }

    /// <summary>Turns the form into an address; PLT-17: what names a patient goes into it sealed.</summary>
    public IActionResult OnPost() => !ModelState.IsValid ? Page() : RedirectToPage(new
    {
        number = Form.Number?.Trim(), member = sealedText.Seal(Form.Member), account = sealedText.Seal(Form.Account),
        npi = Form.Npi?.Trim(), status = Form.Status,
        receivedFrom = Form.ReceivedFrom?.ToString("yyyy-MM-dd"), receivedTo = Form.ReceivedTo?.ToString("yyyy-MM-dd"),
        serviceFrom = Form.ServiceFrom?.ToString("yyyy-MM-dd"), serviceTo = Form.ServiceTo?.ToString("yyyy-MM-dd"),
    });
}
