using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Claims;

// CLM-02, CLM-03: starting a draft.

public sealed record ProviderNotLinked() : Refusal("This provider is not linked to your user in this market. Link it with Account Linker first.");

public sealed record ProviderNotActive(string ProviderName) : Refusal($"{ProviderName} is not active. A claim can be submitted for an active provider only.");

public sealed record DocTypeRequired() : Refusal("Choose a document type: HCFA, UB or DENTAL.");

public sealed record DocTypeNotAllowed(ClaimType DocType, IReadOnlyList<ClaimType> AllowedTypes)
    : Refusal($"A {DocType.ToString().ToUpperInvariant()} claim cannot be submitted online for this provider. "
        + (AllowedTypes.Count == 0 ? "No type can." : $"Allowed: {string.Join(", ", AllowedTypes).ToUpperInvariant()}."));

// CLM-29

public sealed record DraftExpired(DateOnly ExpiredOn) : Refusal($"This draft expired on {ExpiredOn:yyyy-MM-dd}. Start a new draft.");

// CLM-04, CLM-09: form faults. Missing fields and most forms use the common refusals.

public sealed record InvalidNpi(string Label) : Refusal($"{Label} is not a National Provider Identifier: its check digit does not fit its 10 digits.");

public sealed record InvalidDiagnosisCode(string DiagnosisCode, DateOnly Date, string Problem)
    : Refusal($"Diagnosis code {DiagnosisCode} {Problem} on {Date:yyyy-MM-dd}.");

public sealed record InvalidProcedureCode(string ProcedureCode, DateOnly Date)
    : Refusal($"Procedure code {ProcedureCode} is not valid on {Date:yyyy-MM-dd}.");

public sealed record DateInFuture(string Label, DateOnly Today) : Refusal($"{Label} must not be after today, {Today:yyyy-MM-dd}.");

public sealed record DateRangeReversed(string Label, DateOnly From, DateOnly To)
    : Refusal($"{Label} ends on {To:yyyy-MM-dd}, before it begins on {From:yyyy-MM-dd}.");

public sealed record DiagnosisPointerInvalid(string Pointer, int DiagnosisCount)
    : Refusal($"Diagnosis pointer {Pointer} names no diagnosis of box 21, which has {DiagnosisCount}.");

public sealed record ChargesUnbalanced(decimal TotalCharge, decimal LineSum)
    : Refusal($"Total charge (box 28) is {TotalCharge:0.00}, the lines sum up to {LineSum:0.00}.");

public sealed record TooManyEntries(string Label, int Max, int Actual) : Refusal($"{Label}: at most {Max}, there are {Actual}.");

// CLM-05

public sealed record CobAmountsUnbalanced(string Payer, decimal ClaimSum, decimal LineSum)
    : Refusal($"{Payer}: paid for the claim is {ClaimSum:0.00}, the lines sum up to {LineSum:0.00}.");

public sealed record CobPayerRequired() : Refusal("Name the other payer, as box 11d says there is another health benefit plan.");

// CLM-22, CLM-23

public sealed record TimelyFilingExpired(DateOnly LastDay, string Rule)
    : Refusal($"The last day to submit this claim was {LastDay:yyyy-MM-dd}. Attach proof of timely filing.");

public sealed record ClaimDuplicate(string ClaimNumber)
    : Refusal($"This claim equals {ClaimNumber}. To change that claim send a corrected claim (code 7 in box 22).");

// CLM-11, CLM-13 to CLM-15: search.

public sealed record SearchTooBroad(int MaxDays)
    : Refusal($"Give a claim number, a check number, a member, or a date range of at most {MaxDays} days.");

public sealed record DateRangeTooWide(string Label, int MaxDays, int Days) : Refusal($"{Label} covers {Days} days; at most {MaxDays} are searched at once.");

public sealed record TooManyClaimNumbers(int Max, int Actual) : Refusal($"At most {Max} claim numbers are searched at once; these are {Actual}.");

public sealed record CheckNumberNotFound(string CheckNumber) : Refusal($"There is no payment to you by the number {CheckNumber}.");

public sealed record ClaimOlderThanLookback(IReadOnlyList<string> ClaimNumbers, int Months)
    : Refusal($"{string.Join(", ", ClaimNumbers)}: received more than {Months} months ago. Contact Provider Services.");

public sealed record ClaimNotFound(string ClaimNumber) : Refusal($"{ClaimNumber} is not among your claims.");

// CLM-25

/// <param name="Line">Number of the line that does not balance; null for the claim's total.</param>
public sealed record AdjudicationUnbalanced(int? Line, decimal Difference)
    : Refusal($"{(Line is null ? "The claim" : $"Line {Line}")}: charge is not paid plus adjustments, they differ by {Difference:0.00}.");

public sealed record AdjudicationLinesMismatch(IReadOnlyList<int> Expected)
    : Refusal($"Decide every line of the claim once: {string.Join(", ", Expected)}.");
