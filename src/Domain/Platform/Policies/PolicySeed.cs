using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.VisualBasic.FileIO;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Policies;

/// <summary>
/// The rows that the program brings: the catalogue's default of every key, and the rows of the two tables beside this file. A row whose scope and
/// days are taken already is not added: people's rows stay as they are.
/// </summary>
internal static class PolicySeed
{
    /// <summary>Sections 0.3 and F of the catalogue, where a market or line differs.</summary>
    private const string CatalogueRows = "policies.catalogue.csv";

    /// <summary>The rows of docs/requirements/deadlines.csv whose confidence is "page", and what keeps each of the others out.</summary>
    private const string ResearchedRows = "policies.researched.csv";

    private static readonly DateOnly Beginning = new(2000, 1, 1);

    public static async Task AddMissingAsync(PortalDb db, CancellationToken ct)
    {
        await db.LockAsync(RuleRevision.Name, ct);
        var known = (await db.Set<PolicySetting>().Where(p => p.State == PolicyState.Approved).ToListAsync(ct)).ToLookup(p => p.Key);
        foreach (var row in Rows())
            if (!known[row.Key].Any(k => k.Scope == row.Scope && k.Days.Overlaps(row.Days))) db.Add(row);
    }

    internal static IReadOnlyList<PolicySetting> Rows()
    {
        List<PolicySetting> rows = [.. Read(CatalogueRows).Concat(Researched().Where(r => r.Key.Length > 0)).Select(ToSetting)];
        // A researched row for everyone carries its own source and stands for the default.
        rows.AddRange(PolicyCatalogue.Keys.Where(k => k.Default is not null && !rows.Exists(r => r.Key == k.Name && r.IsDefault))
            .Select(k => new PolicySetting { Key = k.Name, Value = k.Default!, Source = k.Requirement, From = Beginning }));
        return rows;
    }

    internal static IReadOnlyList<PolicySeedRow> Researched() => Read(ResearchedRows);

    private static PolicySetting ToSetting(PolicySeedRow row) => new()
    {
        Key = row.Key,
        Market = row.Market.Length == 0 ? null : Enum.Parse<Market>(row.Market),
        Lob = row.Lob.Length == 0 ? null : Enum.Parse<Lob>(row.Lob),
        Program = row.Program.Length == 0 ? null : row.Program,
        From = row.From.Length == 0 ? Beginning : DateOnly.ParseExact(row.From, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        Value = PolicyCatalogue.ByName(row.Key).Canonical(row.Value) ?? throw new InvalidOperationException($"{row.Research} {row.Key}: {row.Value} is no value of the key."),
        Source = row.Source,
    };

    private static List<PolicySeedRow> Read(string name)
    {
        using var stream = typeof(PolicySeed).Assembly.GetManifestResourceStream(name)!;
        using var csv = new TextFieldParser(stream) { Delimiters = [","], HasFieldsEnclosedInQuotes = true };
        csv.ReadFields();
        List<PolicySeedRow> rows = [];
        while (csv.ReadFields() is { } cells)
            rows.Add(cells is [var research, var key, var market, var lob, var program, var from, var value, var source, var leftOut]
                ? new(research, key, market, lob, program, from, value, source, leftOut)
                : throw new InvalidOperationException($"{name}, row {rows.Count + 1}: {cells.Length} cells."));
        return rows;
    }
}

/// <summary>A line of the tables; empty is "any", "from the beginning", or, as the key, "no row".</summary>
internal sealed record PolicySeedRow(
    string Research, string Key, string Market, string Lob, string Program, string From, string Value, string Source, string LeftOut);
