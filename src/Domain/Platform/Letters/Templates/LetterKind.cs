using System.Text.RegularExpressions;

namespace Portal.Graph.Domain.Platform.Letters.Templates;

/// <summary>How a field is written on paper.</summary>
public enum LetterFieldKind
{
    /// <summary>As it is.</summary>
    Text,

    /// <summary>As December 1, 2025.</summary>
    Date,

    /// <summary>With the time of day in the letter's market.</summary>
    Instant,

    /// <summary>As $1,250.00.</summary>
    Money,

    /// <summary>Rows, for <c>{{#each}}</c>.</summary>
    List,
}

/// <summary>A field that a template of the kind may use.</summary>
/// <param name="Name">As in <c>{{name}}</c>.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Sample">What the preview shows; of a list, nothing.</param>
/// <param name="Items">The fields of a list's rows.</param>
public sealed record LetterField(string Name, LetterFieldKind Kind, string Sample, params IReadOnlyList<LetterField> Items);

/// <summary>A letter that the portal can write.</summary>
/// <param name="Key">Its key in the catalogue, such as <c>L-REG-WELCOME</c>.</param>
/// <param name="Title">For lists.</param>
/// <param name="SubjectType">The kind of record that it is about.</param>
/// <param name="IsMailed">Whether it also goes on paper.</param>
/// <param name="Own">Its fields beside those of every letter.</param>
public sealed record LetterKind(string Key, string Title, string SubjectType, bool IsMailed, params IReadOnlyList<LetterField> Own)
{
    /// <summary>Every field that its templates may use.</summary>
    public IReadOnlyList<LetterField> Fields => [.. LetterKinds.Common, .. Own];

    /// <summary>Whether people write such letters; the others follow from what happens in the portal.</summary>
    public bool IsFree => LetterKinds.IsFreeKey(Key);

    public LetterField? Field(string name) => Fields.FirstOrDefault(f => f.Name == name);
}

/// <summary>Section D: the letters whose capability exists, and the fields of every letter.</summary>
public static partial class LetterKinds
{
    // D: "Every letter".
    public static readonly IReadOnlyList<LetterField> Common =
    [
        new("number", LetterFieldKind.Text, "L2512010000001"),
        new("date", LetterFieldKind.Date, "2025-12-01"),
        new("market", LetterFieldKind.Text, "Ohio"),
        new("providerName", LetterFieldKind.Text, "Example Family Practice"),
        new("providerAddress", LetterFieldKind.Text, "1 Example Street\nDayton, OH 45402"),
        new("providerId", LetterFieldKind.Text, "000000000001"),
        new("subjectNumber", LetterFieldKind.Text, "C2512010000001"),
        new("memberName", LetterFieldKind.Text, "Sam Example"),
        new("memberId", LetterFieldKind.Text, "123456789-01"),
        new("providerServices", LetterFieldKind.Text, "1-800-555-0100"),
        new("tty", LetterFieldKind.Text, "711"),
        new("hours", LetterFieldKind.Text, "Monday to Friday, 8 a.m. to 6 p.m."),
        new("language", LetterFieldKind.Text, "en"),
    ];

    // ACC-04
    public static readonly LetterKind Welcome = new("L-REG-WELCOME", "Welcome to the provider portal", "Membership", false,
        new LetterField("username", LetterFieldKind.Text, "jane.doe"),
        new LetterField("name", LetterFieldKind.Text, "Jane Doe"),
        new LetterField("helpLink", LetterFieldKind.Text, "https://portal.example.org/help"),
        new LetterField("pending", LetterFieldKind.Text, "yes"));

    // ACC-04
    public static readonly LetterKind UserPending = new("L-USER-PENDING", "A user waits for approval", "Membership", false,
        new LetterField("username", LetterFieldKind.Text, "jane.doe"),
        new LetterField("registeredAt", LetterFieldKind.Instant, "2025-12-01T15:00:00Z"));

    // ACC-11
    public static readonly LetterKind AccountLinked = new("L-ACCOUNT-LINKED", "Your account was linked", "AccountLink", false,
        new LetterField("username", LetterFieldKind.Text, "john.roe"),
        new LetterField("linkedAt", LetterFieldKind.Instant, "2025-12-01T15:00:00Z"));

    // ACC-14
    public static readonly LetterKind ImpersonationNotice = new("L-IMPERSONATION-NOTICE", "Our staff looked at the portal as one of your users", "ImpersonationSession", false,
        new LetterField("username", LetterFieldKind.Text, "jane.doe"),
        new LetterField("startedAt", LetterFieldKind.Instant, "2025-12-01T15:00:00Z"),
        new LetterField("endedAt", LetterFieldKind.Instant, "2025-12-01T15:20:00Z"),
        new LetterField("ticket", LetterFieldKind.Text, "T-1001"));

    // ACC-15
    public static readonly LetterKind AttestationReceipt = new("L-ATTESTATION-RECEIPT", "Receipt of your training attestation", "Attestation", false,
        new LetterField("name", LetterFieldKind.Text, "Jane Doe"),
        new LetterField("training", LetterFieldKind.Text, "Fraud, waste and abuse"),
        new LetterField("year", LetterFieldKind.Text, "2025"),
        new LetterField("attestedAt", LetterFieldKind.Instant, "2025-12-01T15:00:00Z"));

    // ACC-22
    public static readonly LetterKind GrievanceAck = new("L-GRIEV-ACK", "We received your grievance", "Grievance", true,
        new LetterField("category", LetterFieldKind.Text, "Service of the plan"),
        new LetterField("filedAt", LetterFieldKind.Instant, "2025-12-01T15:00:00Z"),
        new LetterField("dueAt", LetterFieldKind.Instant, "2026-01-01T04:59:59Z"));

    // ACC-22
    public static readonly LetterKind GrievanceResolution = new("L-GRIEV-RESOLUTION", "The answer to your grievance", "Grievance", true,
        new LetterField("category", LetterFieldKind.Text, "Service of the plan"),
        new LetterField("filedAt", LetterFieldKind.Instant, "2025-12-01T15:00:00Z"),
        new LetterField("answer", LetterFieldKind.Text, "We have looked into it and changed how calls are routed."));

    /// <summary>What people write to a provider. Further texts for it have keys of their own, <c>L-FREE-</c> and a name.</summary>
    public static readonly LetterKind Free = new("L-FREE", "A letter that a person writes", "ProviderAccount", true,
        new LetterField("topic", LetterFieldKind.Text, "Your address in the directory"),
        new LetterField("text", LetterFieldKind.Text, "Please look at the address that we have of you and tell us whether it is right."),
        new LetterField("until", LetterFieldKind.Date, "2025-12-31"));

    public static readonly IReadOnlyList<LetterKind> All = [Welcome, UserPending, AccountLinked, ImpersonationNotice, AttestationReceipt, GrievanceAck, GrievanceResolution, Free];

    /// <summary>Null for a key that no letter has.</summary>
    public static LetterKind? Find(string key) => All.FirstOrDefault(k => k.Key == key) ?? (IsFreeKey(key) ? Free with { Key = key } : null);

    internal static bool IsFreeKey(string key) => key.Length <= LetterTemplateMapping.KeyLength && FreeKey().IsMatch(key);

    [GeneratedRegex(@"^L-FREE(-[A-Z0-9]+)*\z")]
    private static partial Regex FreeKey();
}
