namespace Portal.Graph.Domain.Claims;

/// <summary>Check and electronic-transfer numbers.</summary>
public static class CheckNumber
{
    // CLM-15: exact after removing leading zeros and blanks
    /// <summary>What is compared; empty when nothing is left.</summary>
    public static string Key(string number) =>
        string.Concat(number.Where(c => !char.IsWhiteSpace(c))).TrimStart('0').ToUpperInvariant();
}
