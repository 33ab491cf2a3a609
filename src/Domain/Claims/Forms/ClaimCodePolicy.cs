using Portal.Graph.Domain.Claims.Codes;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Claims.Forms;

/// <summary>
/// CLM-09: codes valid on the date of service. Intake rejects for these; the draft shows them before, so that nobody has to be rejected.
/// </summary>
public static class ClaimCodePolicy
{
    public static IReadOnlyList<Refusal> Faults(ClaimForm form)
    {
        List<Refusal> faults = [];
        // A diagnosis is judged on the first date of service, as its code was chosen for it.
        if (form.Lines.Min(l => l.From) is not { } firstDate) return faults;
        for (var i = 0; i < form.Diagnoses.Count; i++)
            if (DiagnosisCodes.Normalize(form.Diagnoses[i]) is { } code && Problem(DiagnosisCodes.All.On(code, firstDate)) is { } problem)
                faults.Add(new InvalidDiagnosisCode(DiagnosisCodes.Display(code), firstDate, problem) { Path = ["form", "diagnoses", i.ToString()] });
        for (var i = 0; i < form.Lines.Count; i++)
            if (form.Lines[i] is { From: { } date, Code: { } text } && ClaimFormPolicy.ProcedureCode(text) is var procedure
                && ProcedureCodes.KindOf(procedure) is not null && !ProcedureCodes.IsKnown(procedure))
                faults.Add(new InvalidProcedureCode(procedure, date) { Path = ["form", "lines", i.ToString(), "code"] });
        return faults;
    }

    private static string? Problem(DiagnosisVerdict verdict) => verdict switch
    {
        DiagnosisVerdict.Valid => null,
        DiagnosisVerdict.Unknown => "is not an ICD-10-CM code",
        DiagnosisVerdict.NotSpecificEnough => "is not specific enough: use one of the longer codes below it",
        DiagnosisVerdict.NotYetValid => "is not valid yet",
        DiagnosisVerdict.NoLongerValid => "is not valid any more",
    };
}
