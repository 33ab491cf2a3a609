using Portal.Graph.Domain.Claims.Codes;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Claims.Forms;

/// <summary>What a professional claim form needs before it may be submitted. Pure: the form and the day in, all refusals out.</summary>
public static class ClaimFormPolicy
{
    public const int MaxLines = 50;
    public const int MaxDiagnoses = 12;
    public const int MaxModifiers = 4;

    /// <summary>CLM-04: every required field that is empty, with label, box and path, in the order of the form.</summary>
    public static IReadOnlyList<RequiredFieldMissing> MissingFields(ClaimForm form)
    {
        List<RequiredFieldMissing> missing = [];
        void Need(bool given, string label, string box, params string[] path)
        {
            if (!given) missing.Add(new(label, box) { Path = ["form", .. path] });
        }

        Need(Filled(form.MemberId), "Member ID", "1a", "memberId");
        Need(Filled(form.PatientLastName), "Patient last name", "2", "patientLastName");
        Need(Filled(form.PatientFirstName), "Patient first name", "2", "patientFirstName");
        Need(form.PatientBirthDate is not null, "Patient birth date", "3", "patientBirthDate");
        Need(form.PatientSex is not null, "Patient sex", "3", "patientSex");
        Need(Filled(form.InsuredName), "Insured name", "4", "insuredName");
        Need(form.Relation is not null, "Patient relation to insured", "6", "relation");
        Need(form.OtherInsurance is not null, "Other health benefit plan, yes or no", "11d", "otherInsurance");
        Need(form.Diagnoses.Any(Filled), "Diagnosis code", "21", "diagnoses");
        Need(form.Lines.Count > 0, "Service line", "24", "lines");
        for (var i = 0; i < form.Lines.Count; i++)
        {
            var (line, at) = (form.Lines[i], i.ToString());
            var no = $"line {i + 1}";
            Need(line.From is not null, $"From date of {no}", "24A", "lines", at, "from");
            Need(line.To is not null, $"To date of {no}", "24A", "lines", at, "to");
            Need(Filled(line.PlaceOfService), $"Place of service of {no}", "24B", "lines", at, "placeOfService");
            Need(Filled(line.Code), $"Procedure code of {no}", "24D", "lines", at, "code");
            Need(Filled(line.DiagnosisPointer), $"Diagnosis pointer of {no}", "24E", "lines", at, "diagnosisPointer");
            Need(line.Charge is not null, $"Charge of {no}", "24F", "lines", at, "charge");
            Need(line.Units is not null, $"Units of {no}", "24G", "lines", at, "units");
        }
        Need(Filled(form.RenderingNpi), "Rendering provider NPI", "24J", "renderingNpi");
        Need(Filled(form.TaxId), "Federal tax ID", "25", "taxId");
        Need(form.AcceptAssignment is not null, "Accept assignment, yes or no", "27", "acceptAssignment");
        Need(form.TotalCharge is not null, "Total charge", "28", "totalCharge");
        if (NeedsServiceFacility(form))
            Need(Filled(form.ServiceFacility?.Name), "Service facility name", "32", "serviceFacility", "name");
        Need(Filled(form.BillingNpi), "Billing provider NPI", "33a", "billingNpi");
        return missing;
    }

    /// <summary>CLM-04, CLM-09: everything that is filled in but cannot be right. Missing fields are not repeated here.</summary>
    /// <param name="today">The date in the market.</param>
    public static IReadOnlyList<Refusal> Faults(ClaimForm form, DateOnly today)
    {
        FormFaults faults = new(today);
        faults.MemberId(form.MemberId, "Member ID (box 1a)", "memberId");
        faults.Past(form.PatientBirthDate, "Patient birth date (box 3)", "patientBirthDate");
        faults.Zip(form.PatientAddress?.Zip, "Patient ZIP (box 5)", "patientAddress", "zip");
        faults.Past(form.OnsetDate, "Onset date (box 14)", "onsetDate");
        faults.Npi(form.ReferringNpi, "Referring provider NPI (box 17b)", "referringNpi");
        faults.Range(form.HospitalFrom, form.HospitalTo, "Hospitalization (box 18)", "hospitalTo");

        if (form.Diagnoses.Count > MaxDiagnoses) faults.Add(new TooManyEntries("Diagnosis codes (box 21)", MaxDiagnoses, form.Diagnoses.Count), "diagnoses");
        for (var i = 0; i < form.Diagnoses.Count; i++)
            if (DiagnosisCodes.Normalize(form.Diagnoses[i]) is null)
                faults.Form($"Diagnosis {(char)('A' + i)} (box 21)", "an ICD-10-CM code of 3 to 7 characters", "E11.9", "diagnoses", i.ToString());

        if (form.ResubmissionCode is { } code && code.Trim() is not ("" or "1"))
            faults.Form("Resubmission code (box 22)", "1, an original claim; corrected and void claims are not taken online yet", "1", "resubmissionCode");
        if (form.Lines.Count > MaxLines) faults.Add(new TooManyEntries("Service lines (box 24)", MaxLines, form.Lines.Count), "lines");
        for (var i = 0; i < form.Lines.Count; i++) LineFaults(faults, form, i);

        faults.Npi(form.RenderingNpi, "Rendering provider NPI (box 24J)", "renderingNpi");
        faults.TaxId(form.TaxId, "Federal tax ID (box 25)", "taxId");
        if (form.PatientAccountNumber is { Length: > 38 })
            faults.Form("Patient account number (box 26)", "at most 38 characters", "PA-20417", "patientAccountNumber");
        faults.Money(form.TotalCharge, "Total charge (box 28)", "totalCharge");
        faults.Money(form.AmountPaid, "Amount paid (box 29)", "amountPaid");
        // CLM-09: charges sum = total
        if (form.TotalCharge is { } total && form.Lines.Count > 0 && form.Lines.All(l => l.Charge is not null)
            && form.Lines.Sum(l => l.Charge!.Value) is var sum && sum != total)
            faults.Add(new ChargesUnbalanced(total, sum), "totalCharge");
        faults.Zip(form.ServiceFacility?.Address?.Zip, "Service facility ZIP (box 32)", "serviceFacility", "address", "zip");
        faults.Npi(form.ServiceFacility?.Npi, "Service facility NPI (box 32a)", "serviceFacility", "npi");
        faults.Npi(form.BillingNpi, "Billing provider NPI (box 33a)", "billingNpi");
        return faults.All;
    }

    private static void LineFaults(FormFaults faults, ClaimForm form, int index)
    {
        var (line, at, no) = (form.Lines[index], index.ToString(), $"line {index + 1}");
        faults.Past(line.From, $"From date of {no} (box 24A)", "lines", at, "from");
        faults.Past(line.To, $"To date of {no} (box 24A)", "lines", at, "to");
        faults.Range(line.From, line.To, $"Service of {no} (box 24A)", "lines", at, "to");
        if (Filled(line.PlaceOfService) && !CodeTexts.PlacesOfService.Contains(line.PlaceOfService!.Trim()))
            faults.Form($"Place of service of {no} (box 24B)", "a two-digit place of service code", "11", "lines", at, "placeOfService");
        if (Filled(line.Code) && ProcedureCodes.KindOf(ProcedureCode(line.Code!)) is null)
            faults.Form($"Procedure code of {no} (box 24D)", "a CPT or HCPCS level II code of 5 characters", "J1100", "lines", at, "code");
        if (line.Modifiers.Count > MaxModifiers)
            faults.Add(new TooManyEntries($"Modifiers of {no} (box 24D)", MaxModifiers, line.Modifiers.Count), "lines", at, "modifiers");
        for (var m = 0; m < line.Modifiers.Count; m++)
            if (line.Modifiers[m].Trim() is not { Length: 2 } modifier || !modifier.All(char.IsAsciiLetterOrDigit))
                faults.Form($"Modifier {m + 1} of {no} (box 24D)", "two letters or digits", "25", "lines", at, "modifiers", m.ToString());
        // CLM-09: diagnosis pointer valid
        if (Filled(line.DiagnosisPointer))
        {
            var pointer = line.DiagnosisPointer!.Trim().ToUpperInvariant();
            if (pointer.Length > 4 || pointer.Distinct().Count() != pointer.Length || pointer.Any(p => p is < 'A' or > 'L'))
                faults.Form($"Diagnosis pointer of {no} (box 24E)", "one to four different letters A to L", "AB", "lines", at, "diagnosisPointer");
            else if (pointer.Any(p => p - 'A' >= form.Diagnoses.Count))
                faults.Add(new DiagnosisPointerInvalid(pointer, form.Diagnoses.Count), "lines", at, "diagnosisPointer");
        }
        faults.Money(line.Charge, $"Charge of {no} (box 24F)", "lines", at, "charge");
        if (line.Units is { } units && (units <= 0 || units > 99_999m || decimal.Round(units, 2) != units))
            faults.Form($"Units of {no} (box 24G)", "above 0, at most 99999, with at most two decimals", "1", "lines", at, "units");
    }

    /// <summary>The code as it is stored: upper case, no blanks.</summary>
    public static string ProcedureCode(string text) => text.Trim().ToUpperInvariant();

    // CLM-04: box 32 is needed when a place of service is neither 11 (office) nor 12 (home).
    private static bool NeedsServiceFacility(ClaimForm form) =>
        form.Lines.Any(l => Filled(l.PlaceOfService) && l.PlaceOfService!.Trim() is not ("11" or "12"));

    private static bool Filled(string? text) => !string.IsNullOrWhiteSpace(text);
}
