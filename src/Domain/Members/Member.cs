using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Members;

public enum Gender { Female, Male, Unknown }

/// <summary>A person insured by the plan: a subscriber (suffix 00) or someone of the subscriber's family.</summary>
public sealed class Member : IEntity
{
    private Member() { }

    public long Id { get; private set; }

    /// <summary>Nine digits shared by the family.</summary>
    public string SubscriberNumber { get; private set; } = "";

    /// <summary>Two digits; 00 is the subscriber.</summary>
    public string Suffix { get; private set; } = "";

    /// <summary>The state's number for the person, 8 to 14 letters or digits, upper case.</summary>
    public string? MedicaidId { get; private set; }

    /// <summary>The state's case; several members of a household may share it.</summary>
    public string? CaseNumber { get; private set; }

    public string FirstName { get; private set; } = "";
    public string LastName { get; private set; } = "";

    /// <summary>What name searches compare: last and first name without case, blanks and punctuation.</summary>
    public string NameKey { get; private set; } = "";

    public DateOnly BirthDate { get; private set; }
    public Gender Gender { get; private set; }

    /// <summary>The preferred language, by its English name.</summary>
    public string Language { get; private set; } = "English";

    public string? Phone { get; private set; }

    /// <summary>The member this one is insured through; null for the subscriber.</summary>
    public long? SubscriberId { get; private set; }

    public Member? Subscriber { get; private set; }

    public MemberNumber Number => new(SubscriberNumber, Suffix);

    public string FullName => $"{FirstName} {LastName}";

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

    public static string KeyOf(string firstName, string lastName) => $"{Letters(lastName)}|{Letters(firstName)}";

    private static string Letters(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant));
}
