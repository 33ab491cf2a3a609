namespace Portal.Graph.Domain.Claims;

// CLM-03
/// <summary>The national claim form: HCFA for physicians and suppliers, UB for institutional providers, DENTAL.</summary>
public enum ClaimType
{
    /// <summary>CMS-1500, for physicians and suppliers.</summary>
    Hcfa,

    /// <summary>UB-04, for institutional providers.</summary>
    Ub,

    /// <summary>ADA dental claim form.</summary>
    Dental,
}

/// <summary>Claim frequency, the resubmission code of box 22.</summary>
public enum ClaimFrequency
{
    /// <summary>Code 1: a first submission.</summary>
    Original = 1,

    /// <summary>Code 7: a corrected claim that takes an earlier one's place.</summary>
    Replacement = 7,

    /// <summary>Code 8: cancels an earlier claim.</summary>
    Void = 8,
}

/// <summary>How the patient is related to the insured (box 6).</summary>
public enum InsuredRelation
{
    /// <summary>The patient is the insured.</summary>
    Self,

    /// <summary>Husband or wife of the insured.</summary>
    Spouse,

    /// <summary>Child of the insured.</summary>
    Child,

    /// <summary>Any other relation.</summary>
    Other,
}

/// <summary>Sex as the claim form has it (box 3).</summary>
public enum PatientSex
{
    /// <summary>M.</summary>
    Male,

    /// <summary>F.</summary>
    Female,

    /// <summary>U: not known or not stated.</summary>
    Unknown,
}

/// <summary>What the tax id of box 25 is.</summary>
public enum TaxIdKind
{
    /// <summary>Employer identification number.</summary>
    Ein,

    /// <summary>Social security number.</summary>
    Ssn,
}
