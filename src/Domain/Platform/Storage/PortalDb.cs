using Microsoft.EntityFrameworkCore;

namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>The one database. Each capability maps its own entities in its folder (<c>*Mapping.cs</c>); only Domain may use it.</summary>
public sealed class PortalDb(DbContextOptions<PortalDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
}
