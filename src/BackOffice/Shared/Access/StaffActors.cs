using System.Security.Claims;
using Portal.Graph.Domain.Platform.Access;
namespace Portal.Graph.BackOffice.Shared.Access;
internal sealed class StaffActors { public Task<Actor?> OfAsync(ClaimsPrincipal p, HttpContext h) => Task.FromResult<Actor?>(null); }
