using System.Text.RegularExpressions;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Claims.Forms;

/// <summary>Collects the faults of a form; each check lets an empty field pass, since missing fields are told apart.</summary>
internal sealed partial class FormFaults(DateOnly today)
{
    private readonly List<Refusal> _all = [];

    public IReadOnlyList<Refusal> All => _all;

    public void Add(Refusal refusal, params string[] path) => _all.Add(refusal with { Path = ["form", .. path] });

    public void Form(string label, string expected, string example, params string[] path) => Add(new InvalidFormat(label, expected, example), path);

    public void MemberId(string? value, string label, params string[] path)
    {
        if (Filled(value) && !MemberIdForm().IsMatch(value!.Trim())) Form(label, "9 digits, or 9 digits and a suffix of 2", "123456789-01", path);
    }

    public void Npi(string? value, string label, params string[] path)
    {
        if (Filled(value) && !Codes.Npi.IsValid(value!.Trim())) Add(new InvalidNpi(label), path);
    }

    public void TaxId(string? value, string label, params string[] path)
    {
        if (Filled(value) && (TaxIds.Normalize(value!) is null)) Form(label, "9 digits, hyphens allowed", "12-3456789", path);
    }

    public void Zip(string? value, string label, params string[] path)
    {
        if (Filled(value) && !ZipForm().IsMatch(value!.Trim())) Form(label, "a ZIP of 5 digits or ZIP+4", "43215-1234", path);
    }

    // Section 0.1: money is decimal(12,2).
    public void Money(decimal? value, string label, params string[] path)
    {
        if (value is { } amount && (amount < 0 || amount > 9_999_999_999.99m || decimal.Round(amount, 2) != amount))
            Form(label, "an amount of 0.00 or more with at most two decimals", "120.50", path);
    }

    // CLM-09: dates not in the future
    public void Past(DateOnly? value, string label, params string[] path)
    {
        if (value > today) Add(new DateInFuture(label, today), path);
    }

    public void Range(DateOnly? from, DateOnly? to, string label, params string[] path)
    {
        if (from is { } first && to is { } last && last < first) Add(new DateRangeReversed(label, first, last), path);
    }

    private static bool Filled(string? text) => !string.IsNullOrWhiteSpace(text);

    [GeneratedRegex("^[0-9]{9}(-?[0-9]{2})?$")]
    private static partial Regex MemberIdForm();

    [GeneratedRegex("^[0-9]{5}(-?[0-9]{4})?$")]
    private static partial Regex ZipForm();
}

/// <summary>Federal tax ids: 9 digits, hyphens tolerated (section 0.1).</summary>
internal static class TaxIds
{
    /// <summary>The 9 digits; null when there are not 9.</summary>
    public static string? Normalize(string text)
    {
        var digits = text.Trim().Replace("-", "", StringComparison.Ordinal);
        return digits.Length == 9 && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}
