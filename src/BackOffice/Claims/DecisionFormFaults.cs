using Portal.Graph.Domain.Claims.Codes;

namespace Portal.Graph.BackOffice.Claims;

/// <summary>What is missing or misspelt on the decision form, each beside its field; whether the amounts balance is the desk's rule.</summary>
internal static class DecisionFormFaults
{
    public static IEnumerable<(string Field, string Message)> Of(DecisionForm form)
    {
        for (var i = 0; i < form.Lines.Count; i++)
        {
            var line = form.Lines[i];
            var at = $"{nameof(PendedItemModel.Form)}.Lines[{i}]";
            foreach (var fault in Amount(line.Allowed, $"{at}.Allowed", $"Line {line.Number}: allowed")) yield return fault;
            foreach (var fault in Amount(line.Paid, $"{at}.Paid", $"Line {line.Number}: paid")) yield return fault;
            if (line.Paid > line.Allowed) yield return ($"{at}.Paid", $"Line {line.Number}: paid must be at most what is allowed.");
            for (var j = 0; j < line.Adjustments.Count; j++)
                if (!line.Adjustments[j].IsEmpty)
                    foreach (var fault in Of(line.Adjustments[j], $"{at}.Adjustments[{j}]", $"Line {line.Number}, adjustment {j + 1}"))
                        yield return fault;
        }
    }

    private static IEnumerable<(string, string)> Of(AdjustmentForm adjustment, string at, string name)
    {
        if (adjustment.Group is null) yield return ($"{at}.Group", $"{name}: choose a group.");
        if (string.IsNullOrWhiteSpace(adjustment.Code)) yield return ($"{at}.Code", $"{name}: enter a reason code, for example 45.");
        else if (!CodeTexts.AdjustmentReasons.Contains(adjustment.Code.Trim())) yield return ($"{at}.Code", $"{name}: {adjustment.Code.Trim()} is not a known reason code (CARC).");
        foreach (var fault in Amount(adjustment.Amount, $"{at}.Amount", $"{name}: amount")) yield return fault;
    }

    private static IEnumerable<(string, string)> Amount(decimal? amount, string field, string label)
    {
        if (amount is null) yield return (field, $"{label} is required.");
        else if (amount < 0 || decimal.Round(amount.Value, 2) != amount) yield return (field, $"{label} must be 0.00 or more with at most two decimals.");
    }
}
