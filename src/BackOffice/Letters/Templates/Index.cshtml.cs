using Microsoft.AspNetCore.Mvc;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Forms;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.BackOffice.Letters.Templates;

/// <summary>/staff/templates: the texts of letters with their versions (DOC-04).</summary>
[RequiresPermission(Permission.StaffContentEdit)]
public sealed class IndexModel(TemplateDesk desk) : StaffPage
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    [BindProperty(SupportsGet = true)]
    public Market? Market { get; set; }

    [BindProperty(SupportsGet = true)]
    public LetterTemplateState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public ListPage<LetterTemplate> List { get; private set; } = new([], 1, PageSize, 0);

    public async Task OnGetAsync(CancellationToken ct) => List = await desk.Templates(Key, Market, State).PageAsync(PageNumber, PageSize, ct);
}
