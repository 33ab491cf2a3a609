namespace Portal.Graph.Domain.Claims;

public enum DuplicateVerdict { None, Suspected, Exact }

/// <summary>What is compared of a claim to find duplicates.</summary>
public sealed record ClaimFingerprint(
    ClaimType Type, long MemberId, string BillingNpi, string? RenderingNpi, DateOnly First, DateOnly Last, IReadOnlyList<LineFingerprint> Lines);

/// <param name="Modifiers">Sorted and joined, as their order has no meaning here.</param>
public sealed record LineFingerprint(string Code, string Modifiers, DateOnly From, DateOnly To, decimal Units, decimal Charge)
{
    /// <summary>CLM-23: the parts of which every line must be equal for an exact duplicate; the charge is not one.</summary>
    internal (string, string, DateOnly, DateOnly, decimal) Exact => (Code, Modifiers, From, To, Units);

    internal (string, string, DateOnly, DateOnly) Service => (Code, Modifiers, From, To);

    public static string Sorted(IEnumerable<string> modifiers) => string.Join(' ', modifiers.Order(StringComparer.Ordinal));
}

/// <summary>CLM-23: tells a repeated claim from a similar one. The caller leaves out claims that are rejected, voided or replaced.</summary>
public static class ClaimDuplicates
{
    public static DuplicateVerdict Compare(ClaimFingerprint claim, ClaimFingerprint other)
    {
        if (claim.Type != other.Type || claim.MemberId != other.MemberId || claim.BillingNpi != other.BillingNpi) return DuplicateVerdict.None;
        if (claim.RenderingNpi == other.RenderingNpi && claim.First == other.First && claim.Last == other.Last && SameLines(claim, other))
            return DuplicateVerdict.Exact;
        // Suspected: some lines equal, or the same service on the same day with other units, charge or rendering provider.
        // A different modifier tells a different service (another side, a repeat by order), so it raises no suspicion.
        var services = other.Lines.Select(l => l.Service).ToHashSet();
        return claim.Lines.Any(l => services.Contains(l.Service)) ? DuplicateVerdict.Suspected : DuplicateVerdict.None;
    }

    private static bool SameLines(ClaimFingerprint claim, ClaimFingerprint other) =>
        claim.Lines.Count == other.Lines.Count
        && claim.Lines.Select(l => l.Exact).Order().SequenceEqual(other.Lines.Select(l => l.Exact).Order());
}
