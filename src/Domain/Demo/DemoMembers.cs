using System.Globalization;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.Domain.Demo;

/// <summary>The demo plan's families: the named ones of <see cref="DemoCast"/>, then ordinary ones until there are enough people.</summary>
internal sealed class DemoMembers(DateOnly today, DateTimeOffset now)
{
    private const int Wanted = 2_200;
    private static readonly Market[] Markets = [Market.OH, Market.OH, Market.OH, Market.GA, Market.GA, Market.IN, Market.IN, Market.KY, Market.WV, Market.NV];
    private static readonly Lob[] Lobs = [Lob.Medicaid, Lob.Medicaid, Lob.Marketplace, Lob.Medicaid, Lob.Marketplace, Lob.Medicaid, Lob.Marketplace, Lob.Medicare, Lob.Medicaid, Lob.Dual];
    private readonly Random _random = new(20_260_101);

    public IReadOnlyList<DemoFamily> Make()
    {
        List<DemoFamily> families = [.. new DemoNamedFamilies(today, now).Make()];
        for (var i = 0; families.Sum(f => f.Members.Count) < Wanted; i++) families.Add(Ordinary(i));
        return families;
    }

    private DemoFamily Ordinary(int i)
    {
        var market = Pick(Markets);
        var lob = Pick(Lobs);
        var family = new DemoFamily { Market = market, Lob = lob, Spans = SpansOf(i, lob) };
        var (city, zip) = Pick(DemoWords.CitiesOf(market));
        var home = ($"{100 + _random.Next(9_000)} {Pick(DemoWords.Streets)}", city, zip);
        var number = (300_000_000 + i * 7_919).ToString(CultureInfo.InvariantCulture);
        var last = Pick(DemoWords.LastNames);
        var language = Pick(DemoWords.Languages);
        var isOld = lob is Lob.Medicare or Lob.Dual;
        Member? subscriber = null;
        var size = SizeOf(isOld);
        for (var n = 0; n < size; n++)
        {
            var gender = _random.Next(2) == 0 ? Gender.Female : Gender.Male;
            var age = isOld ? _random.Next(65, 90) : n < 2 && (n == 0 || _random.Next(3) > 0) ? _random.Next(21, 60) : _random.Next(0, 18);
            var member = Member.Enroll(new(number, $"{n:D2}"), Pick(gender is Gender.Female ? DemoWords.FemaleNames : DemoWords.MaleNames), last,
                today.AddYears(-age).AddDays(-_random.Next(1, 365)), gender, subscriber,
                lob is Lob.Medicaid or Lob.Dual ? $"{market}{500_000_000 + i * 97 + n * 13:D10}" : null, lob is Lob.Medicaid ? $"{market}{6_000_000 + i:D7}" : null,
                language, $"614-555-{_random.Next(100, 200):D4}");
            subscriber ??= member;
            family.Add(member, home);
        }
        AddExtras(family, i, subscriber!);
        return family;
    }

    private void AddExtras(DemoFamily family, int i, Member subscriber)
    {
        // Cover that came after a move to another state.
        if (i % 20 == 18)
            foreach (var member in family.Members)
                family.Cover(member, family.Market is Market.OH ? Market.KY : Market.OH, family.Lob, [new(DemoSpans.First(today, -5))]);
        if (i % 8 == 0)
            family.Add(CobRecord.Of(subscriber, Pick(DemoWords.Carriers), $"PL{70_000 + i}", subscriber.FullName, CobRelationship.Self, InsuranceType.Medical, CobPriority.Primary,
                DemoSpans.First(today, -40), now, i % 16 == 0 ? DemoSpans.First(today, -7).AddDays(-1) : null, $"G{i % 50:D3}", "614-555-0199"));
        if (i % 24 == 0)
            family.Add(CobRecord.Of(subscriber, Pick(DemoWords.Carriers), $"SL{70_000 + i}", family.Members[^1].FullName, CobRelationship.Spouse, InsuranceType.Dental, CobPriority.Secondary,
                DemoSpans.First(today, -20), now));
        if (i % 30 == 0)
            family.Add(CaseManagerAssignment.Of(subscriber, "Renee Castle, RN", "614-555-0150", DemoSpans.First(today, -9)));
    }

    private SpanDetails[] SpansOf(int i, Lob lob) => (i % 20) switch
    {
        < 12 => DemoSpans.Open(today, 8 + _random.Next(50)),
        12 or 19 => DemoSpans.WithGap(today, 2 + _random.Next(12)),
        13 or 14 => DemoSpans.Ended(today, 1 + _random.Next(18)),
        15 => DemoSpans.Future(today),
        16 or 17 => DemoSpans.InGrace(today, lob, lob is Lob.Marketplace ? 1 + _random.Next(3) : 1 + _random.Next(2)),
        _ => DemoSpans.Ended(today, 5),
    };

    private int SizeOf(bool isOld) => isOld ? 1 + _random.Next(2) : 1 + _random.Next(5);

    private T Pick<T>(T[] items) => items[_random.Next(items.Length)];
}
