using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Members;

/// <summary>Sex as the state's eligibility file has it.</summary>
public enum Gender
{
    /// <summary>Female.</summary>
    Female,

    /// <summary>Male.</summary>
    Male,

    /// <summary>Not known or not stated.</summary>
    Unknown,
}

/// <summary>A person insured by the plan: a subscriber (suffix 00) or someone of the subscriber's family.</summary>
public sealed class Member : IEntity
{
    private Member() { }

    public long Id { get; private set; }

    /// <summary>Nine digits shared by the family.</summary>
    public string SubscriberNumber { get; private set; } = "";

    /// <summary>Two digits; 00 is the subscriber.</summary>
    public string Suffix { get; private set; } = "";

    /// <summary>The state's number for the person, 8 to 14 letters or digits, upper case; null when there is none.</summary>
    public string? MedicaidId { get; private set; }

    /// <summary>The state's case; several members of a household may share it; null when there is none.</summary>
    public string? CaseNumber { get; private set; }

    /// <summary>Given name.</summary>
    public string FirstName { get; private set; } = "";

    /// <summary>Family name.</summary>
    public string LastName { get; private set; } = "";

    /// <summary>What name searches compare: last and first name without case, blanks and punctuation.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>Calendar date of birth.</summary>
    public DateOnly BirthDate { get; private set; }

    /// <summary>Sex as the state's eligibility file has it.</summary>
    public Gender Gender { get; private set; }

    /// <summary>The preferred language, by its English name.</summary>
    public string Language { get; private set; } = "English";

    /// <summary>Telephone number; null when not on file.</summary>
    public string? Phone { get; private set; }

    /// <summary>The member this one is insured through; null for the subscriber.</summary>
    public long? SubscriberId { get; private set; }

    public Member? Subscriber { get; private set; }

    public MemberNumber Number => new(SubscriberNumber, Suffix);

    /// <summary>First and last name in one text.</summary>
    public string FullName => $"{FirstName} {LastName}";

    /// <summary>True for the subscriber (suffix 00), false for a dependent.</summary>
    public bool IsSubscriber => SubscriberId is null;

    /// <summary>Takes a person into the plan's books; a dependent names the subscriber and shares the subscriber number.</summary>
    public static Member Enroll(
        MemberNumber number, string firstName, string lastName, DateOnly birthDate, Gender gender,
        Member? subscriber = null, string? medicaidId = null, string? caseNumber = null, string language = "English", string? phone = null)
    {
        if (number.IsSubscriber != subscriber is null)
            throw new ArgumentException("Suffix 00 is the subscriber, every other suffix names one.", nameof(subscriber));
        if (subscriber is not null && subscriber.SubscriberNumber != number.SubscriberNumber)
            throw new ArgumentException("A family shares its subscriber number.", nameof(subscriber));
        return new Member
        {
            SubscriberNumber = number.SubscriberNumber,
            Suffix = number.Suffix,
            FirstName = firstName,
            LastName = lastName,
            NameKey = KeyOf(firstName, lastName),
            BirthDate = birthDate,
            Gender = gender,
            Subscriber = subscriber,
            SubscriberId = subscriber is null or { Id: 0 } ? null : subscriber.Id,
            MedicaidId = medicaidId,
            CaseNumber = caseNumber,
            Language = language,
            Phone = phone,
        };
    }

    /// <summary>As read by hand from its row.</summary>
    internal static Member Stored(
        long id, MemberNumber number, string? medicaidId, string? caseNumber, string firstName, string lastName, string nameKey, DateOnly birthDate,
        Gender gender, string language, string? phone, long? subscriberId) => new()
        {
            Id = id, SubscriberNumber = number.SubscriberNumber, Suffix = number.Suffix, MedicaidId = medicaidId, CaseNumber = caseNumber,
            FirstName = firstName, LastName = lastName, NameKey = nameKey, BirthDate = birthDate, Gender = gender, Language = language,
            Phone = phone, SubscriberId = subscriberId,
        };

    public static string KeyOf(string firstName, string lastName) => $"{Letters(lastName)}|{Letters(firstName)}";

    private static string Letters(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));
}
