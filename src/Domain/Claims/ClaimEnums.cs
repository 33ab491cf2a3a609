namespace Portal.Graph.Domain.Claims;

/// <summary>The national claim form (CLM-03): HCFA for physicians and suppliers, UB for institutional providers, DENTAL.</summary>
public enum ClaimType { Hcfa, Ub, Dental }

/// <summary>Where a claim stands inside the plan (A.2).</summary>
public enum ClaimState { Draft, Submitted, Rejected, InProcess, Pended, Paid, PartiallyPaid, Denied, Replaced, Voided, Discarded }

/// <summary>Where one service line stands (A.2).</summary>
public enum ClaimLineState { Open, Paid, Denied, Reduced }

/// <summary>What the provider is told (CLM-24); several internal states read alike.</summary>
public enum PortalClaimStatus { InProcess, WaitingForDocuments, Rejected, Paid, PartiallyPaid, Denied, Replaced, Voided }

/// <summary>Why a claim waits for a person; <see cref="Documents"/> waits for the provider and stops the prompt-pay clock.</summary>
public enum ClaimPendReason { SuspectedDuplicate, HighCharge, Documents, Review }

/// <summary>Why a claim was denied; decides which ways out are open.</summary>
public enum DenialCategory
{
    MissingRecords, MissingConsent, Cob, TimelyFiling, Authorization, MedicalNecessity, Duplicate, Coding, Eligibility, Other,
}

/// <summary>Which review a pended claim is under (CLM-27).</summary>
public enum ClaimReviewKind { Readmission, InpatientDrg, HighDollar, PlaceOfService, DrgValidation }

/// <summary>What a reason code tells: the processing step, the adjustment (CARC with its group) or a remark (RARC) (CLM-17).</summary>
public enum ClaimReasonKind { Process, Adjustment, Remittance }

/// <summary>Who bears an adjustment: CO contract, PR patient, OA other, PI payer-initiated, CR correction.</summary>
public enum AdjustmentGroup { CO, PR, OA, PI, CR }

/// <summary>Claim frequency of box 22: 1 original, 7 replacement, 8 void.</summary>
public enum ClaimFrequency { Original = 1, Replacement = 7, Void = 8 }

/// <summary>How the patient is related to the insured (box 6).</summary>
public enum InsuredRelation { Self, Spouse, Child, Other }

/// <summary>Sex as the form has it (box 3).</summary>
public enum PatientSex { Male, Female, Unknown }

/// <summary>What the tax id of box 25 is.</summary>
public enum TaxIdKind { Ein, Ssn }
