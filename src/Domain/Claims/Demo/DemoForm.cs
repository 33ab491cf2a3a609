using Portal.Graph.Domain.Claims.Forms;

namespace Portal.Graph.Domain.Claims.Demo;

/// <summary>The form of a demo claim, as its provider would key it.</summary>
internal static class DemoForm
{
    public static ClaimForm Of(DemoSketch sketch) => new()
    {
        MemberId = sketch.Member.MemberIdText,
        PatientFirstName = sketch.Member.FirstName,
        PatientLastName = sketch.Member.LastName,
        PatientBirthDate = sketch.Member.BirthDate,
        PatientSex = PatientSex.Unknown,
        InsuredName = $"{sketch.Member.LastName}, {sketch.Member.FirstName}",
        Relation = InsuredRelation.Self,
        OtherInsurance = false,
        Diagnoses = sketch.Diagnoses,
        Lines =
        [
            .. sketch.Lines.Select(l => new ClaimFormLine
            {
                From = l.From, To = l.To, PlaceOfService = l.PlaceOfService, Code = l.Code, Modifiers = l.Modifiers ?? [],
                DiagnosisPointer = l.DiagnosisPointer, Charge = l.Charge, Units = l.Units,
            }),
        ],
        RenderingNpi = sketch.RenderingNpi,
        TaxId = sketch.Provider.TaxId,
        PatientAccountNumber = sketch.PatientAccountNumber,
        AcceptAssignment = true,
        TotalCharge = sketch.Lines.Sum(l => l.Charge),
        ServiceFacility = new() { Name = "Demo Health Center" },
        BillingNpi = sketch.Provider.Npi,
    };
}
