namespace Portal.Graph.Domain.Demo;

/// <summary>The people and practices of the demo plan that documents and tests may name; all made up.</summary>
public static class DemoCast
{
    /// <summary>Of every demo user; they exist in Development only.</summary>
    public const string Password = "Portal-Demo-2026!";

    /// <summary>The first practice, enrolled in all six markets; its users are demo.admin, demo.billing, demo.clinical, demo.frontdesk, demo.credentialing.</summary>
    public const string PracticeName = "Blue River Family Practice", PracticeTaxId = "123456789", PracticeProviderId = "100000000123", PracticeZip = "45401-1947";

    /// <summary>The second, unrelated practice; its user is other.admin.</summary>
    public const string OtherPracticeName = "Summit Valley Medical Group", OtherPracticeTaxId = "234567890", OtherPracticeProviderId = "100000000456";

    /// <summary>Anna Rivera, Ohio Medicaid, covered without end; spouse -01 and child -02.</summary>
    public const string Subscriber = "123456789-00", Spouse = "123456789-01", Child = "123456789-02";

    /// <summary>The Riveras' Medicaid ids and state case.</summary>
    public const string SubscriberMedicaidId = "A1B2C3D4", ChildMedicaidId = "C3D4E5F6", CaseNumber = "OH5000001";

    /// <summary>Grace Holloway, Ohio Marketplace, in the second month of a grace period.</summary>
    public const string InGrace = "200000001-00";

    /// <summary>Edgar Finch, Ohio Medicaid, whose cover ended two months ago.</summary>
    public const string Ended = "200000002-00";

    /// <summary>Fiona Marsh, Ohio Marketplace, whose cover starts next month.</summary>
    public const string Future = "200000003-00";

    /// <summary>Carl Osborne, Ohio Medicaid, with an ended and a current primary insurance and a secondary one.</summary>
    public const string WithCob = "200000004-00";

    /// <summary>Georgia Peters, Georgia Medicaid.</summary>
    public const string GeorgiaMedicaid = "200000005-00";

    /// <summary>Morris Kent, who moved from Ohio Medicaid to Kentucky Medicaid.</summary>
    public const string Moved = "200000006-00";

    /// <summary>Dora Lindqvist, Indiana Dual, with a case manager.</summary>
    public const string Dual = "200000007-00";
}
