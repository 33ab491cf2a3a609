namespace Portal.Graph.Domain.Claims;

/// <summary>Where one service line stands.</summary>
public enum ClaimLineState
{
    /// <summary>Not decided yet, or open again for an adjustment.</summary>
    Open,

    /// <summary>Allowed; only the contract's fee schedule or the patient's share was taken off.</summary>
    Paid,

    /// <summary>Nothing was allowed.</summary>
    Denied,

    /// <summary>Allowed in part: another adjustment was taken off.</summary>
    Reduced,
}

/// <summary>Why a claim was denied; decides which ways out are open.</summary>
public enum DenialCategory
{
    /// <summary>Medical records that were asked for did not come.</summary>
    MissingRecords,

    /// <summary>A consent form that the service needs is missing.</summary>
    MissingConsent,

    /// <summary>Another insurance is to pay first.</summary>
    Cob,

    /// <summary>Received after the last day for filing.</summary>
    TimelyFiling,

    /// <summary>A prior authorization was needed and there is none that fits.</summary>
    Authorization,

    /// <summary>Not found medically necessary.</summary>
    MedicalNecessity,

    /// <summary>The same services were billed before.</summary>
    Duplicate,

    /// <summary>Codes, modifiers or units are wrong or do not fit together.</summary>
    Coding,

    /// <summary>The member was not covered on the date of service.</summary>
    Eligibility,

    /// <summary>None of the others; the reasons tell.</summary>
    Other,
}

// CLM-17
/// <summary>What a reason code tells.</summary>
public enum ClaimReasonKind
{
    /// <summary>A step of processing, by the plan's own code.</summary>
    Process,

    /// <summary>Why less than the charge was paid: a claim adjustment reason code (CARC) with its group and amount.</summary>
    Adjustment,

    /// <summary>A remark that explains an adjustment: a remittance advice remark code (RARC).</summary>
    Remittance,
}

/// <summary>Who bears an adjustment: the claim adjustment group codes of X12.</summary>
public enum AdjustmentGroup
{
    /// <summary>Contractual obligation: the provider writes it off and may not bill the patient.</summary>
    CO,

    /// <summary>Patient responsibility: deductible, coinsurance, copay and the like.</summary>
    PR,

    /// <summary>Other adjustment, such as another payer's payment.</summary>
    OA,

    /// <summary>Payer-initiated reduction without a contract's rule behind it.</summary>
    PI,

    /// <summary>Correction or reversal of an earlier decision.</summary>
    CR,
}
