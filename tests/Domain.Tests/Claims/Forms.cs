using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Claims.Forms;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Tests.Claims;

/// <summary>Forms to start from; each test changes what it is about.</summary>
internal static class Forms
{
    public const string BillingNpi = "1234567893";
    public const string RenderingNpi = "1003000126";
    public const string TaxId = "123456789";
    public const string MemberId = "123456789-00";

    /// <summary>Complete and without fault: one office visit for diabetes on the date.</summary>
    public static ClaimForm Complete(DateOnly date) => new()
    {
        MemberId = MemberId,
        PatientLastName = "Example",
        PatientFirstName = "Pat",
        PatientBirthDate = new(1980, 2, 29),
        PatientSex = PatientSex.Female,
        InsuredName = "Example, Pat",
        Relation = InsuredRelation.Self,
        OtherInsurance = false,
        Diagnoses = ["E11.9", "I10"],
        Lines = [Line(date)],
        RenderingNpi = RenderingNpi,
        TaxId = "12-3456789",
        AcceptAssignment = true,
        TotalCharge = 120.50m,
        BillingNpi = BillingNpi,
    };

    public static ClaimFormLine Line(DateOnly date, string code = "G0439", decimal charge = 120.50m) => new()
    {
        From = date, To = date, PlaceOfService = "11", Code = code, DiagnosisPointer = "AB", Charge = charge, Units = 1,
    };

    public static ClaimForm WithLines(this ClaimForm form, params ClaimFormLine[] lines) =>
        form with { Lines = lines, TotalCharge = lines.Sum(l => l.Charge) };

    public static ClaimForm WithLine(this ClaimForm form, Func<ClaimFormLine, ClaimFormLine> change) =>
        form with { Lines = [change(form.Lines[0]), .. form.Lines.Skip(1)] };

    public static string PathText(this Refusal refusal) => string.Join('.', refusal.Path ?? []);
}
