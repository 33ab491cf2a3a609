using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Claims.Forms;

/// <summary>CLM-05: other-payer data that is sent with the claim.</summary>
public static class OtherPayerPolicy
{
    public const int MaxPayers = 10;

    public static IReadOnlyList<Refusal> Faults(ClaimForm form, IReadOnlyList<OtherPayer> payers, DateOnly today)
    {
        List<Refusal> faults = [];
        // CLM-05: amounts come with the payer they are of; box 11d "yes" says that there is one.
        if (form.OtherInsurance is true && payers.Count == 0) faults.Add(new CobPayerRequired { Path = ["otherPayers"] });
        if (form.OtherInsurance is false && payers.Count > 0)
            faults.Add(new InvalidFormat("Other health benefit plan (box 11d)", "yes when another payer is given", "yes") { Path = ["form", "otherInsurance"] });
        if (payers.Count > MaxPayers) faults.Add(new TooManyEntries("Other payers", MaxPayers, payers.Count) { Path = ["otherPayers"] });
        for (var i = 0; i < payers.Count; i++) PayerFaults(faults, payers[i], i, form.Lines.Count, today);
        return faults;
    }

    private static void PayerFaults(List<Refusal> faults, OtherPayer payer, int index, int lineCount, DateOnly today)
    {
        string[] at = ["otherPayers", index.ToString()];
        var label = string.IsNullOrWhiteSpace(payer.Name) ? $"Other payer {index + 1}" : payer.Name.Trim();
        if (string.IsNullOrWhiteSpace(payer.Name)) faults.Add(new CobPayerRequired { Path = [.. at, "name"] });
        if (payer.PaidDate > today) faults.Add(new DateInFuture($"Paid date of {label}", today) { Path = [.. at, "paidDate"] });

        var lines = payer.Lines;
        var amounts = new[] { payer.Allowed, payer.Paid, payer.PatientResponsibility }
            .Concat(lines.SelectMany(l => new[] { l.Allowed, l.Paid, l.PatientResponsibility }))
            .Concat(payer.Adjustments.Concat(lines.SelectMany(l => l.Adjustments)).Select(a => (decimal?)a.Amount));
        if (amounts.Any(a => a is { } amount && (amount < 0 || decimal.Round(amount, 2) != amount)))
            faults.Add(new InvalidFormat($"Amounts of {label}", "0.00 or more with at most two decimals", "80.00") { Path = at });
        if (lines.Any(l => l.LineNumber < 1 || l.LineNumber > lineCount) || lines.DistinctBy(l => l.LineNumber).Count() != lines.Count)
            faults.Add(new InvalidFormat($"Line numbers of {label}", $"different numbers from 1 to {lineCount}", "1") { Path = [.. at, "lines"] });
        if (payer.Adjustments.Concat(lines.SelectMany(l => l.Adjustments)).Any(a => a.Code.Trim() is not { Length: >= 1 and <= 4 } code || !code.All(char.IsAsciiLetterOrDigit)))
            faults.Add(new InvalidFormat($"Adjustment reasons of {label}", "an adjustment reason code of 1 to 4 characters", "45") { Path = at });

        // CLM-05: claim-level other paid = sum of lines if both given
        if (payer.Paid is { } paid && lines.Any(l => l.Paid is not null) && lines.Sum(l => l.Paid ?? 0) is var sum && sum != paid)
            faults.Add(new CobAmountsUnbalanced(label, paid, sum) { Path = [.. at, "paid"] });
    }
}
