namespace Portal.Graph.Domain.Claims.Forms;

// CLM-04
/// <summary>
/// A professional claim as it is keyed: the boxes of the CMS-1500 form. Everything may be missing while it is a draft; the draft's
/// missing fields and faults tell what a submission still needs.
/// </summary>
public sealed record ClaimForm
{
    /// <summary>Box 1a: CareSource member id, 9 digits or 9 and a suffix of 2.</summary>
    public string? MemberId { get; init; }

    /// <summary>Box 2: the patient's last name.</summary>
    public string? PatientLastName { get; init; }

    /// <summary>Box 2: the patient's first name.</summary>
    public string? PatientFirstName { get; init; }

    /// <summary>Box 3: the patient's birth date.</summary>
    public DateOnly? PatientBirthDate { get; init; }

    /// <summary>Box 3: the patient's sex.</summary>
    public PatientSex? PatientSex { get; init; }

    /// <summary>Box 4: the insured's name, last name first.</summary>
    public string? InsuredName { get; init; }

    /// <summary>Box 5: the patient's address.</summary>
    public FormAddress? PatientAddress { get; init; }

    /// <summary>Box 6: the patient's relation to the insured.</summary>
    public InsuredRelation? Relation { get; init; }

    /// <summary>Box 10a: the condition is related to employment.</summary>
    public bool? RelatedToEmployment { get; init; }

    /// <summary>Box 10b: the condition is related to an auto accident.</summary>
    public bool? RelatedToAutoAccident { get; init; }

    /// <summary>Box 10c: the condition is related to another accident.</summary>
    public bool? RelatedToOtherAccident { get; init; }

    /// <summary>Box 11d: there is another health benefit plan.</summary>
    public bool? OtherInsurance { get; init; }

    /// <summary>Box 14: when the current illness, injury or pregnancy began.</summary>
    public DateOnly? OnsetDate { get; init; }

    /// <summary>Box 17b: NPI of the referring provider.</summary>
    public string? ReferringNpi { get; init; }

    /// <summary>Box 18: first day of a hospital stay related to these services.</summary>
    public DateOnly? HospitalFrom { get; init; }

    /// <summary>Box 18: last day of that stay.</summary>
    public DateOnly? HospitalTo { get; init; }

    /// <summary>Box 21: ICD-10-CM diagnosis codes A to L, in order, with or without the dot; at most 12.</summary>
    public IReadOnlyList<string> Diagnoses { get; init; } = [];

    /// <summary>Box 22: resubmission code; 1 (original) when left out.</summary>
    public string? ResubmissionCode { get; init; }

    /// <summary>Box 22, Document Control: the number of the claim that this one replaces.</summary>
    public string? DocumentControlNumber { get; init; }

    /// <summary>Box 23: prior authorization number.</summary>
    public string? PriorAuthorizationNumber { get; init; }

    /// <summary>Box 24: the service lines, at most 50.</summary>
    public IReadOnlyList<ClaimFormLine> Lines { get; init; } = [];

    /// <summary>Box 24J: NPI of the rendering provider.</summary>
    public string? RenderingNpi { get; init; }

    /// <summary>Box 25: federal tax id, 9 digits, hyphens tolerated.</summary>
    public string? TaxId { get; init; }

    /// <summary>Box 25: which kind of tax id it is; EIN when left out.</summary>
    public TaxIdKind? TaxIdKind { get; init; }

    /// <summary>Box 26: the provider's own account number of the patient, at most 38 characters.</summary>
    public string? PatientAccountNumber { get; init; }

    /// <summary>Box 27: the provider accepts assignment.</summary>
    public bool? AcceptAssignment { get; init; }

    /// <summary>Box 28: total charge in US dollars, the sum of the lines.</summary>
    public decimal? TotalCharge { get; init; }

    /// <summary>Box 29: amount paid by patient or other payers, in US dollars.</summary>
    public decimal? AmountPaid { get; init; }

    /// <summary>Box 32: where the services were given; required unless every line is at the office (11) or at home (12).</summary>
    public ServiceFacility? ServiceFacility { get; init; }

    /// <summary>Box 33a: NPI of the billing provider.</summary>
    public string? BillingNpi { get; init; }
}

/// <summary>One service line of box 24.</summary>
public sealed record ClaimFormLine
{
    /// <summary>Box 24A: first day of service.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Box 24A: last day of service.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Box 24B: place of service, 2 digits.</summary>
    public string? PlaceOfService { get; init; }

    /// <summary>Box 24D: CPT or HCPCS level II code.</summary>
    public string? Code { get; init; }

    /// <summary>Box 24D: up to four modifiers of two characters.</summary>
    public IReadOnlyList<string> Modifiers { get; init; } = [];

    /// <summary>Box 24E: one to four letters A to L, each naming a diagnosis of box 21.</summary>
    public string? DiagnosisPointer { get; init; }

    /// <summary>Box 24F: charge of the line in US dollars.</summary>
    public decimal? Charge { get; init; }

    /// <summary>Box 24G: units, above 0, at most two decimals.</summary>
    public decimal? Units { get; init; }
}

/// <summary>A postal address as written on the form.</summary>
public sealed record FormAddress
{
    /// <summary>Street and number.</summary>
    public string? Line1 { get; init; }

    /// <summary>City or town.</summary>
    public string? City { get; init; }

    /// <summary>Two-letter state code.</summary>
    public string? State { get; init; }

    /// <summary>ZIP of 5 digits, or ZIP+4.</summary>
    public string? Zip { get; init; }
}

/// <summary>Box 32: the place where services were given.</summary>
public sealed record ServiceFacility
{
    /// <summary>Name of the facility.</summary>
    public string? Name { get; init; }

    /// <summary>Where it is.</summary>
    public FormAddress? Address { get; init; }

    /// <summary>Box 32a: NPI of the facility.</summary>
    public string? Npi { get; init; }
}
