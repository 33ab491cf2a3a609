using System.Net.Mail;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Accounts.Registration;

/// <summary>The four proofs as they were given.</summary>
public sealed record ProviderProofs(string ProviderName, string TaxId, string CareSourceProviderId, string Zip);

/// <summary>ACC-01, ACC-04: how proofs are compared and what people must write. Pure.</summary>
public static class RegistrationPolicy
{
    // ACC-01 [chosen]: corporate endings do not count.
    private static readonly string[] Endings = ["LLC", "INC", "PC"];

    /// <summary>All that is wrong with the form of the proofs, or the proofs as they are compared and stored.</summary>
    public static Outcome<ProviderProofs> Check(ProviderProofs given)
    {
        var faults = new List<Refusal>();
        string Required(string? value, string label, string field)
        {
            if (string.IsNullOrWhiteSpace(value)) faults.Add(new RequiredFieldMissing(label) { Path = [field] });
            return value?.Trim() ?? "";
        }
        void Format(bool isGood, string value, string label, string expected, string example, string field)
        {
            if (value.Length > 0 && !isGood) faults.Add(new InvalidFormat(label, expected, example) { Path = [field] });
        }

        var name = Required(given.ProviderName, "Provider name", "providerName");
        Format(name.Length <= 200, name, "Provider name", "at most 200 characters", "Blue River Family Practice", "providerName");
        var taxId = Required(given.TaxId, "Tax ID", "taxId").Replace("-", "", StringComparison.Ordinal);
        Format(IsDigits(taxId, 9), taxId, "Tax ID", "9 digits", "12-3456789", "taxId");
        var providerId = Required(given.CareSourceProviderId, "Provider ID", "careSourceProviderId");
        Format(IsDigits(providerId, 12), providerId, "Provider ID", "12 digits", "100000000123", "careSourceProviderId");
        var zip = Required(given.Zip, "ZIP code", "zip");
        Format(IsZip(zip), zip, "ZIP code", "5 digits or ZIP+4", "45401-1947", "zip");
        return faults.Count > 0 ? faults : new ProviderProofs(name, taxId, providerId, zip);
    }

    // ACC-01: all four match one provider record; the ZIP any active service or billing address.
    public static bool Match(ProviderProofs proofs, ProviderAccount account, DateOnly today) =>
        account.State is not AccountState.Closed && account.TaxId == proofs.TaxId && account.CareSourceProviderId == proofs.CareSourceProviderId
        && Comparable(account.Name) == Comparable(proofs.ProviderName)
        && account.Addresses.Any(a => a.Kind is AddressKind.Service or AddressKind.Billing
            && new DateRange(a.EffectiveFrom, a.EffectiveTo).Contains(today) && FirstFive(a.Zip) == FirstFive(proofs.Zip));

    /// <summary>A name without what does not count: case, punctuation, repeated spaces and corporate endings.</summary>
    public static string Comparable(string name)
    {
        var plain = string.Concat(name.ToUpperInvariant().Select(c => char.IsLetterOrDigit(c) ? c.ToString() : c is '.' or '\'' or '\u2019' ? "" : " "));
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && Endings.Contains(words[^1])) words.RemoveAt(words.Count - 1);
        return string.Join(' ', words);
    }

    // ACC-01: five failures within the time lock until the oldest of the last five is so old.
    /// <summary>When it may be tried again; null when it may be now.</summary>
    /// <param name="failures">When earlier tries failed, in any order.</param>
    public static DateTimeOffset? LockedUntil(IEnumerable<DateTimeOffset> failures, DateTimeOffset now, RegistrationLimits limits)
    {
        var newest = failures.OrderDescending().Take(limits.LockTries).ToList();
        return newest.Count == limits.LockTries && newest[^1] + limits.Lock is var until && until > now ? until : null;
    }

    /// <summary>All that is wrong with the person's own details.</summary>
    public static IEnumerable<Refusal> FaultsOf(string? displayName, string? email, string? phone)
    {
        if (string.IsNullOrWhiteSpace(displayName)) yield return new RequiredFieldMissing("Name") { Path = ["displayName"] };
        else if (displayName.Trim().Length > 100 || displayName.Any(char.IsControl)) yield return new InvalidFormat("Name", "at most 100 characters", "Jane Doe") { Path = ["displayName"] };
        if (string.IsNullOrWhiteSpace(email)) yield return new RequiredFieldMissing("E-mail address") { Path = ["email"] };
        else if (!IsEmail(email.Trim())) yield return new InvalidFormat("E-mail address", "one address", "jane.doe@example.org") { Path = ["email"] };
        if (!string.IsNullOrWhiteSpace(phone) && phone.Count(char.IsAsciiDigit) is not (10 or 11) || phone?.Trim().Length > 20)
            yield return new InvalidFormat("Phone", "10 digits", "937-555-0142") { Path = ["phone"] };
    }

    public static bool IsEmail(string text) =>
        text.Length <= 254 && MailAddress.TryCreate(text, out var address) && address.Address == text && text.IndexOf('.', text.IndexOf('@')) > 0 && !text.Any(char.IsControl);

    private static bool IsDigits(string text, int length) => text.Length == length && text.All(char.IsAsciiDigit);

    private static bool IsZip(string text) => IsDigits(text, 5) || (text.Length == 10 && text[5] == '-' && IsDigits(text.Remove(5, 1), 9));

    private static string FirstFive(string zip) => zip.Length > 5 ? zip[..5] : zip;
}
