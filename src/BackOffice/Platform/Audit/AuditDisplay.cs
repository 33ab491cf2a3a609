using System.Globalization;
using System.Text.Json;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform.Audit;

namespace Portal.Graph.BackOffice.Platform.Audit;

/// <summary>The names that rows of the trail stand for.</summary>
public sealed record AuditLegend(
    IReadOnlyDictionary<long, string> Users, IReadOnlyDictionary<long, ProviderAccount> Accounts, IReadOnlyDictionary<long, MemberNumber> Members)
{
    public static readonly AuditLegend Empty = new(new Dictionary<long, string>(), new Dictionary<long, ProviderAccount>(), new Dictionary<long, MemberNumber>());

    public static async Task<AuditLegend> OfAsync(IReadOnlyList<AuditEvent> rows, AuditNames names, CancellationToken ct) => new(
        await names.UsersAsync([.. rows.SelectMany(row => new[] { row.ActorId, row.ImpersonatorId }).OfType<long>().Distinct()], ct),
        await names.AccountsAsync([.. rows.Select(row => row.AccountId).OfType<long>().Distinct()], ct),
        await names.MembersAsync([.. rows.Select(row => row.MemberId).OfType<long>().Distinct()], ct));

    /// <summary>Who acted: a username, or the kind of actor when there is none.</summary>
    public string Actor(AuditEvent row) => row.ActorId is { } id ? Users.GetValueOrDefault(id) ?? $"user {id}" : Shared.Display.Show.Words(row.ActorKind);

    public string? Impersonator(AuditEvent row) => row.ImpersonatorId is { } id ? Users.GetValueOrDefault(id) ?? $"user {id}" : null;

    public ProviderAccount? Account(AuditEvent row) => row.AccountId is { } id ? Accounts.GetValueOrDefault(id) : null;

    public string? Member(AuditEvent row) => row.MemberId is { } id ? Members.TryGetValue(id, out var number) ? number.ToString() : $"member {id}" : null;

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("MMM d, yyyy, HH:mm:ss", CultureInfo.InvariantCulture);
}

/// <summary>One value of a record before and after.</summary>
public sealed record AuditDifference(string Name, string? Before, string? After)
{
    public bool IsChanged => Before != After;

    /// <summary>The values of both texts side by side; a text that is no JSON object stands as one value.</summary>
    public static IReadOnlyList<AuditDifference> Of(AuditEvent row)
    {
        var (before, after) = (Values(row.Before), Values(row.After));
        return [.. before.Keys.Union(after.Keys).Select(name => new AuditDifference(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name)))];
    }

    private static Dictionary<string, string> Values(string? text)
    {
        if (text is null) return [];
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind is JsonValueKind.Object)
                return json.RootElement.EnumerateObject().GroupBy(value => value.Name).ToDictionary(same => same.Key, same => same.Last().Value.ToString());
        }
        catch (JsonException)
        {
            // Whoever tampered with it need not have left JSON.
        }
        return new() { [""] = text };
    }
}
