using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Members;

/// <summary>What an address is for.</summary>
public enum MemberAddressKind
{
    /// <summary>Where the member lives.</summary>
    Home,

    /// <summary>Where the member takes mail.</summary>
    Mailing,
}

/// <summary>Where a member lives or takes mail, from one date to another.</summary>
public sealed class MemberAddress : IEntity
{
    private MemberAddress() { }

    public long Id { get; private set; }
    public long MemberId { get; private set; }
    public Member? Member { get; private set; }

    /// <summary>What the address is for.</summary>
    public MemberAddressKind Kind { get; private set; }

    /// <summary>Street and number.</summary>
    public string Line1 { get; private set; } = "";

    /// <summary>City or town.</summary>
    public string City { get; private set; } = "";

    /// <summary>Two-letter state code.</summary>
    public string State { get; private set; } = "";

    /// <summary>Five digits or ZIP+4 (<c>45401-1947</c>).</summary>
    public string Zip { get; private set; } = "";

    public DateOnly From { get; private set; }
    public DateOnly? To { get; private set; }

    public static MemberAddress Of(
        Member member, string line1, string city, string state, string zip, DateOnly from,
        MemberAddressKind kind = MemberAddressKind.Home, DateOnly? to = null) =>
        new() { Member = member, MemberId = member.Id, Kind = kind, Line1 = line1, City = city, State = state, Zip = zip, From = from, To = to };
}
