using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Demo;

/// <summary>A family of the demo plan with everything that hangs on it, before it is stored.</summary>
internal sealed class DemoFamily
{
    private readonly List<object> _records = [];

    /// <summary>Everything to be added, members first.</summary>
    public IReadOnlyList<object> Records => _records;

    public List<Member> Members { get; } = [];
    public required Market Market { get; init; }
    public required Lob Lob { get; init; }

    /// <summary>The spans that each member has in the family's market.</summary>
    public required IReadOnlyList<SpanDetails> Spans { get; init; }

    public Member Add(Member member, (string Line1, string City, string Zip) home)
    {
        Members.Add(member);
        _records.Add(member);
        _records.Add(MemberAddress.Of(member, home.Line1, home.City, Market.ToString(), home.Zip, member.BirthDate));
        Cover(member, Market, Lob, Spans);
        return member;
    }

    /// <summary>COB-13 holds for made-up people too: a span that it refuses is a mistake in the plan.</summary>
    public void Cover(Member member, Market market, Lob lob, IReadOnlyList<SpanDetails> spans)
    {
        var enrollment = ProgramEnrollment.Of(member, market, lob, DemoWords.ProgramOf(market, lob), lob is Lob.Marketplace ? "Individual" : null);
        _records.Add(enrollment);
        for (var i = 0; i < spans.Count; i++)
        {
            if (SpanPolicy.Check(spans[i], spans.Take(i).Select(s => s.Dates)) is [var refusal, ..]) throw new InvalidOperationException(refusal.Message);
            _records.Add(EligibilitySpan.Of(enrollment, spans[i]));
        }
    }

    public void Add(object record) => _records.Add(record);
}
