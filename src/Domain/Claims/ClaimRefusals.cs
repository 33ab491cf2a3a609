using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Claims;

// CLM-02, CLM-03: starting a draft.

/// <summary>The billing provider is not one of your accounts in the session's market.</summary>
public sealed record ProviderNotLinked() : Refusal("This provider is not linked to your user in this market. Link it with Account Linker first.");

/// <summary>The billing provider is suspended or closed.</summary>
/// <param name="ProviderName">Name of the provider account.</param>
public sealed record ProviderNotActive(string ProviderName) : Refusal($"{ProviderName} is not active. A claim can be submitted for an active provider only.");

/// <summary>No claim form was chosen.</summary>
public sealed record DocTypeRequired() : Refusal("Choose a document type: HCFA, UB or DENTAL.");

/// <summary>This provider cannot send claims of that form online.</summary>
/// <param name="DocType">The form asked for.</param>
/// <param name="AllowedTypes">The forms that this provider can send; empty when none.</param>
public sealed record DocTypeNotAllowed(ClaimType DocType, IReadOnlyList<ClaimType> AllowedTypes)
    : Refusal($"A {DocType.ToString().ToUpperInvariant()} claim cannot be submitted online for this provider. "
        + (AllowedTypes.Count == 0 ? "No type can." : $"Allowed: {string.Join(", ", AllowedTypes).ToUpperInvariant()}."));

// CLM-29

/// <summary>The draft's last day is past; nothing can be done with it any more.</summary>
/// <param name="ExpiredOn">The first calendar day, in the market, on which it could no longer be used.</param>
public sealed record DraftExpired(DateOnly ExpiredOn) : Refusal($"This draft expired on {ExpiredOn:yyyy-MM-dd}. Start a new draft.");

// CLM-04, CLM-09: form faults. Missing fields and most forms use the common refusals.

/// <summary>Ten digits whose check digit does not fit, or no ten digits.</summary>
/// <param name="Label">The field's label on the form.</param>
public sealed record InvalidNpi(string Label) : Refusal($"{Label} is not a National Provider Identifier: its check digit does not fit its 10 digits.");

/// <summary>An ICD-10-CM code that cannot be billed for the date of service.</summary>
/// <param name="DiagnosisCode">The code as people write it, with the dot.</param>
/// <param name="Date">The date of service it was judged for.</param>
/// <param name="Problem">What is wrong with it, as the rest of a sentence: unknown, not specific enough, not yet or no longer valid.</param>
public sealed record InvalidDiagnosisCode(string DiagnosisCode, DateOnly Date, string Problem)
    : Refusal($"Diagnosis code {DiagnosisCode} {Problem} on {Date:yyyy-MM-dd}.");

/// <summary>A CPT or HCPCS code that was not in force on the date of service.</summary>
/// <param name="ProcedureCode">The code as keyed.</param>
/// <param name="Date">The date of service it was judged for.</param>
public sealed record InvalidProcedureCode(string ProcedureCode, DateOnly Date)
    : Refusal($"Procedure code {ProcedureCode} is not valid on {Date:yyyy-MM-dd}.");

/// <summary>A date after today.</summary>
/// <param name="Label">The field's label on the form.</param>
/// <param name="Today">Today's calendar date in the market.</param>
public sealed record DateInFuture(string Label, DateOnly Today) : Refusal($"{Label} must not be after today, {Today:yyyy-MM-dd}.");

/// <summary>A line points at a diagnosis that the form does not have.</summary>
/// <param name="Pointer">The pointer as keyed.</param>
/// <param name="DiagnosisCount">How many diagnoses box 21 has; 1 is A.</param>
public sealed record DiagnosisPointerInvalid(string Pointer, int DiagnosisCount)
    : Refusal($"Diagnosis pointer {Pointer} names no diagnosis of box 21, which has {DiagnosisCount}.");

/// <summary>Box 28 is not the sum of the lines.</summary>
/// <param name="TotalCharge">Box 28, in US dollars.</param>
/// <param name="LineSum">Sum of the lines' charges, in US dollars.</param>
public sealed record ChargesUnbalanced(decimal TotalCharge, decimal LineSum)
    : Refusal($"Total charge (box 28) is {TotalCharge:0.00}, the lines sum up to {LineSum:0.00}.");

/// <summary>A list with more entries than the form takes.</summary>
/// <param name="Label">The list's label on the form.</param>
/// <param name="Max">How many are allowed.</param>
/// <param name="Actual">How many were given.</param>
public sealed record TooManyEntries(string Label, int Max, int Actual) : Refusal($"{Label}: at most {Max}, there are {Actual}.");

// CLM-05

/// <summary>What another payer paid for the claim is not the sum of what it paid for the lines.</summary>
/// <param name="Payer">The other payer's name.</param>
/// <param name="ClaimSum">Paid for the whole claim, in US dollars.</param>
/// <param name="LineSum">Sum paid for the lines, in US dollars.</param>
public sealed record CobAmountsUnbalanced(string Payer, decimal ClaimSum, decimal LineSum)
    : Refusal($"{Payer}: paid for the claim is {ClaimSum:0.00}, the lines sum up to {LineSum:0.00}.");

/// <summary>Box 11d says that there is other insurance, but no other payer is named.</summary>
public sealed record CobPayerRequired() : Refusal("Name the other payer, as box 11d says there is another health benefit plan.");

// CLM-22, CLM-23

/// <summary>The claim comes after the last day for filing.</summary>
/// <param name="LastDay">The last calendar day, in the market, on which it would have been in time.</param>
/// <param name="Rule">Where the limit comes from.</param>
public sealed record TimelyFilingExpired(DateOnly LastDay, string Rule)
    : Refusal($"The last day to submit this claim was {LastDay:yyyy-MM-dd}. Attach proof of timely filing.");

/// <summary>The same claim was received before.</summary>
/// <param name="ClaimNumber">Number of the earlier claim.</param>
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

/// <summary>Charge is not paid plus adjustments, for a line or for the claim.</summary>
/// <param name="Line">Number of the line that does not balance; null for the claim's total.</param>
/// <param name="Difference">Charge less paid less adjustments, in US dollars; negative when too much is explained.</param>
public sealed record AdjudicationUnbalanced(int? Line, decimal Difference)
    : Refusal($"{(Line is null ? "The claim" : $"Line {Line}")}: charge is not paid plus adjustments, they differ by {Difference:0.00}.");

/// <summary>Lines of the claim are left out, decided twice or unknown.</summary>
/// <param name="Expected">Numbers of all lines of the claim.</param>
public sealed record AdjudicationLinesMismatch(IReadOnlyList<int> Expected)
    : Refusal($"Decide every line of the claim once: {string.Join(", ", Expected)}.");
