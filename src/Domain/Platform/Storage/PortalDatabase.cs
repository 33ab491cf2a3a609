using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Accounts.Navigation;
using Portal.Graph.Domain.Accounts.PublicLinks;
using Portal.Graph.Domain.Accounts.Resources;
using Portal.Graph.Domain.Accounts.Terms;
using Portal.Graph.Domain.Platform.Calendars;
using Portal.Graph.Domain.Platform.Contacts;
using Portal.Graph.Domain.Platform.Jobs;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Policies;

namespace Portal.Graph.Domain.Platform.Storage;

/// <summary>Brings the database to the program's version: schema, then the rows that the catalogue itself defines.</summary>
public sealed class PortalDatabase(PortalDb db, PortalStorage storage, TimeProvider clock)
{
    /// <summary>Whether the database answers and needs no migration.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken ct) => !(await db.Database.GetPendingMigrationsAsync(ct)).Any();

    /// <summary>Safe to repeat; rows that people changed are left alone.</summary>
    public async Task MigrateAsync(CancellationToken ct)
    {
        storage.CreateDirectories();
        // Asked first: migrating takes a lock that a killed process would leave behind.
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any()) await db.Database.MigrateAsync(ct);
        await using var write = await db.BeginWriteAsync(ct);
        await QuartzTables.AddMissingAsync(db, ct);
        await PolicySeed.AddMissingAsync(db, ct);
        await HolidaySeed.AddMissingAsync(db, ct);
        await ContactSeed.AddMissingAsync(db, ct);
        await TermsSeed.AddMissingAsync(db, ct);
        await LetterSeed.AddMissingAsync(db, clock, ct);
        await ContentLinkSeed.AddMissingAsync(db, ct);
        await HomeTileSeed.AddMissingAsync(db, ct);
        await ResourceSeed.AddMissingAsync(db, ct);
        await write.CommitAsync(ct);
    }
}
