namespace Portal.Graph.Domain.Claims;

/// <summary>Where a claim or a draft stands inside the plan.</summary>
public enum ClaimState
{
    /// <summary>Being keyed at the provider's; not a claim yet.</summary>
    Draft,

    /// <summary>Received; intake has not accepted it yet.</summary>
    Submitted,

    /// <summary>Failed the intake edits and was never processed: correct it and submit a new claim. Final.</summary>
    Rejected,

    /// <summary>Accepted and being adjudicated, again when a result is adjusted.</summary>
    InProcess,

    /// <summary>Set aside for a person at the plan: for documents, a suspected duplicate, a high charge or a review.</summary>
    Pended,

    /// <summary>Adjudicated with nothing denied or reduced; what remains is a contractual or the patient's share.</summary>
    Paid,

    /// <summary>Adjudicated; some lines, or the claim as a whole, were denied or reduced.</summary>
    PartiallyPaid,

    /// <summary>Adjudicated with every line denied; the denial category tells which ways out are open.</summary>
    Denied,

    /// <summary>An accepted corrected claim (frequency 7) took its place. Final.</summary>
    Replaced,

    /// <summary>Cancelled by an accepted void (frequency 8). Final.</summary>
    Voided,

    /// <summary>A draft that was thrown away or expired. Final.</summary>
    Discarded,
}

// CLM-24
/// <summary>What the provider is told of a claim; several internal states read alike.</summary>
public enum PortalClaimStatus
{
    /// <summary>The plan is working on it; nothing is needed from the provider.</summary>
    InProcess,

    /// <summary>Pended until the provider sends records; the prompt-pay clock stands still.</summary>
    WaitingForDocuments,

    /// <summary>Not accepted for processing: correct it and submit a new claim.</summary>
    Rejected,

    /// <summary>Adjudicated with nothing denied or reduced.</summary>
    Paid,

    /// <summary>Adjudicated; some lines, or the claim as a whole, were denied or reduced.</summary>
    PartiallyPaid,

    /// <summary>Adjudicated with every line denied.</summary>
    Denied,

    /// <summary>A corrected claim took its place.</summary>
    Replaced,

    /// <summary>Cancelled by the provider's void.</summary>
    Voided,
}

/// <summary>Why a claim waits for a person; <see cref="Documents"/> waits for the provider and stops the prompt-pay clock.</summary>
public enum ClaimPendReason
{
    /// <summary>It resembles another claim of the member; an analyst compares them.</summary>
    SuspectedDuplicate,

    /// <summary>Its charge is above the market's limit for automatic processing.</summary>
    HighCharge,

    /// <summary>Records are needed from the provider.</summary>
    Documents,

    /// <summary>A payment review; see the review kind.</summary>
    Review,
}

// CLM-27
/// <summary>Which payment review a pended claim is under; it tells which documents help.</summary>
public enum ClaimReviewKind
{
    /// <summary>An admission soon after a discharge.</summary>
    Readmission,

    /// <summary>An inpatient stay paid by diagnosis-related group (DRG).</summary>
    InpatientDrg,

    /// <summary>A charge above the market's limit.</summary>
    HighDollar,

    /// <summary>Whether the place of service is the one billed.</summary>
    PlaceOfService,

    /// <summary>Whether the records support the DRG billed.</summary>
    DrgValidation,
}
