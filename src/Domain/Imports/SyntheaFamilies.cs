namespace Portal.Graph.Domain.Imports;

/// <summary>Who is insured through whom, as far as the set itself says it.</summary>
internal static class SyntheaFamilies
{
    /// <summary>
    /// By dependent the subscriber's patient id: the owner of the person's latest plan, when exactly one other person of the set has the
    /// owner's name and is insured in their own right. Everybody else is a subscriber.
    /// </summary>
    public static Dictionary<string, string> SubscriberOf(SyntheaFiles files)
    {
        var byName = files.Patients.Where(p => p["Id"] is not null).ToLookup(p => $"{p["FIRST"]} {p["LAST"]}", p => p["Id"]!, StringComparer.OrdinalIgnoreCase);
        var latest = files.Transitions.Where(t => t.OwnerName is not null && t.Start is not null).GroupBy(t => t.Patient)
            .ToDictionary(g => g.Key, g => g.MaxBy(t => (t.Start, t.Line))!);
        bool IsOwn(string patient) => !latest.TryGetValue(patient, out var plan) || Is(plan.Ownership, "Self");
        Dictionary<string, string> subscribers = [];
        foreach (var (patient, plan) in latest)
        {
            if (!Is(plan.Ownership, "Guardian") && !Is(plan.Ownership, "Spouse")) continue;
            string[] owners = [.. byName[plan.OwnerName!].Where(id => id != patient && IsOwn(id))];
            if (owners.Length == 1) subscribers.Add(patient, owners[0]);
        }
        return subscribers;
    }

    private static bool Is(string? ownership, string kind) => string.Equals(ownership, kind, StringComparison.OrdinalIgnoreCase);
}
