using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Claims;

public sealed partial class Claim
{
    /// <summary>What <see cref="Stored(StoredRow)"/> reads, in its order, of the table as <c>c</c>.</summary>
    internal const string StoredColumns = """
        c."Id", c."Version", c."Number", c."Type", c."State", c."Market", c."Lob", c."MemberId", c."MemberIdGiven", c."BillingAccountId",
        c."BillingNpi", c."RenderingAccountId", c."RenderingNpi", c."PatientAccountNumber", c."FirstServiceDate", c."LastServiceDate",
        c."AdmissionDate", c."DischargeDate", c."Frequency", c."DocumentControlNumber", c."ReplacesClaimId", c."ResubmissionOfId",
        c."ReceivedDate", c."ReceivedAt", c."TotalCharge", c."Allowed", c."Paid", c."PatientShare", c."DenialCategory", c."PendReason",
        c."ReviewKind", c."StateSince", c."DecidedBy", c."DecidedDate", c."PaidDate", c."NoticeMailedDate", c."CheckNumber",
        c."CheckNumberKey", c."LineCount"
        """;

    /// <summary>As read by hand from its row.</summary>
    internal static Claim Stored(StoredRow row) => new()
    {
        Id = row.Long(0),
        Version = row.Int(1),
        Number = row.Text(2),
        Type = row.Name<ClaimType>(3),
        State = row.Name<ClaimState>(4),
        Market = row.Name<Market>(5),
        Lob = row.NameOrNull<Lob>(6),
        MemberId = row.LongOrNull(7),
        MemberIdGiven = row.Text(8),
        BillingAccountId = row.Long(9),
        BillingNpi = row.Text(10),
        RenderingAccountId = row.LongOrNull(11),
        RenderingNpi = row.TextOrNull(12),
        PatientAccountNumber = row.TextOrNull(13),
        FirstServiceDate = row.Date(14),
        LastServiceDate = row.Date(15),
        AdmissionDate = row.DateOrNull(16),
        DischargeDate = row.DateOrNull(17),
        Frequency = row.Name<ClaimFrequency>(18),
        DocumentControlNumber = row.TextOrNull(19),
        ReplacesClaimId = row.LongOrNull(20),
        ResubmissionOfId = row.LongOrNull(21),
        ReceivedDate = row.Date(22),
        ReceivedAt = row.Instant(23),
        TotalCharge = row.Money(24),
        Allowed = row.Money(25),
        Paid = row.Money(26),
        PatientShare = row.Money(27),
        DenialCategory = row.NameOrNull<DenialCategory>(28),
        PendReason = row.NameOrNull<ClaimPendReason>(29),
        ReviewKind = row.NameOrNull<ClaimReviewKind>(30),
        StateSince = row.Instant(31),
        DecidedBy = row.LongOrNull(32),
        DecidedDate = row.DateOrNull(33),
        PaidDate = row.DateOrNull(34),
        NoticeMailedDate = row.DateOrNull(35),
        CheckNumber = row.TextOrNull(36),
        CheckNumberKey = row.TextOrNull(37),
        LineCount = row.Int(38),
    };
}
