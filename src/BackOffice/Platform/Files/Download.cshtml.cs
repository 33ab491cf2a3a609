using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using Portal.Graph.BackOffice.Shared.Access;
using Portal.Graph.BackOffice.Shared.Problems;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Files;

namespace Portal.Graph.BackOffice.Platform.Files;

/// <summary>/staff/files/{id}: a file as an attachment, as its record lets the reader open it (ATT-18); the reading is on record before it leaves.</summary>
[AnyStaff]
public sealed class DownloadModel(FileReads reads) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var opened = await reads.OpenAsync(id, ct);
        if (opened.Succeeded)
        {
            var (file, bytes) = opened.Value;
            return new FileStreamResult(bytes, file.ContentType)
            {
                FileDownloadName = file.Name, EntityTag = new EntityTagHeaderValue($"\"{file.Sha256}\""), EnableRangeProcessing = true,
            };
        }
        if (opened.Refusals[0] is NotFound) return NotFound();
        HttpContext.Items[ProblemModel.ReasonItem] = opened.Refusals[0].Message;
        return StatusCode(StatusCodes.Status409Conflict);
    }
}
