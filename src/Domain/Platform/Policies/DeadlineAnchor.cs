using System.Collections.Frozen;
using System.Text.Json;

namespace Portal.Graph.Domain.Platform.Policies;

/// <summary>The event from which a deadline is counted; its day is day 0.</summary>
public enum DeadlineAnchor
{
    /// <summary>The last date of service.</summary>
    DateOfService,

    /// <summary>The discharge from an inpatient stay, otherwise the last date of service.</summary>
    ServiceOrDischargeDate,

    /// <summary>The date of the payment.</summary>
    PaymentDate,

    /// <summary>The date of the denial.</summary>
    DenialDate,

    /// <summary>The date of the payment, or of the denial when nothing was paid.</summary>
    PaymentOrDenialDate,

    /// <summary>The day on which the notice of the result was mailed.</summary>
    NoticeMailedDate,

    /// <summary>The day on which the adverse action, payment denial, remittance advice or review determination was mailed.</summary>
    AdverseActionMailedDate,

    /// <summary>The date of the primary payer's explanation of payment.</summary>
    PrimaryEobDate,

    /// <summary>The day on which the plan received it.</summary>
    ReceiptDate,

    /// <summary>The day on which the plan sent its letter.</summary>
    LetterDate,

    /// <summary>The date of the admission.</summary>
    AdmissionDate,
}

public static class DeadlineAnchors
{
    private static readonly string[] Known = [.. Enum.GetNames<DeadlineAnchor>().Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName)];
    private static readonly FrozenDictionary<string, DeadlineAnchor> ByName =
        Enum.GetValues<DeadlineAnchor>().ToFrozenDictionary(a => Known[(int)a]);

    public static IReadOnlyList<string> Names => Known;

    /// <summary>As the catalogue writes it, such as PAYMENT_OR_DENIAL_DATE.</summary>
    public static string Name(this DeadlineAnchor anchor) => Known[(int)anchor];

    /// <summary>In a sentence: "payment or denial date".</summary>
    public static string Words(this DeadlineAnchor anchor) => anchor.Name().Replace('_', ' ').ToLowerInvariant();

    public static bool TryParse(string name, out DeadlineAnchor anchor) => ByName.TryGetValue(name, out anchor);
}
