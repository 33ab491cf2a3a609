using Portal.Graph.Domain.Platform.Letters.Rendering;
using Portal.Graph.Domain.Platform.Letters.Templates;

namespace Portal.Graph.Domain.Platform.Letters;

/// <summary>Puts a letter together from its template and values alone, so that it can be drawn again and be the same.</summary>
public static class LetterLayout
{
    private const string Plan = "CareSource";

    // D: what stands on every letter, whatever its template says.
    private static readonly string[] Needed = ["number", "date", "market", "providerName", "providerAddress", "providerId", "providerServices", "hours", "language"];

    /// <summary>Refused with LETTER_FIELD_MISSING when anything that it needs has no value, with the template's own refusals when it cannot be read.</summary>
    public static Outcome<LetterDocument> Compose(LetterKind kind, string title, string body, LetterValues values, Market market)
    {
        var read = TemplateBody.Read(kind, body);
        if (!read.Succeeded) return Outcome<LetterDocument>.Refused(read.Refusals);
        var (blocks, missing) = read.Value.Fill(values, market);
        string[] all = [.. Needed.Where(n => !values.Has(n)).Concat(missing).Distinct().Order(StringComparer.Ordinal)];
        if (all.Length > 0) return new LetterFieldMissing(all);

        string Of(string name) => TemplateBody.Show(kind.Field(name)!, values.Text(name)!, market);
        var date = DateOnly.Parse(values.Text("date")!, System.Globalization.CultureInfo.InvariantCulture);
        List<(string, string)> facts = [("Letter", Of("number")), ("Date", Of("date")), ("Provider ID", Of("providerId"))];
        if (values.Has("subjectNumber")) facts.Add(("About", Of("subjectNumber")));
        if (values.Has("memberName")) facts.Add(("Member", Of("memberName")));
        if (values.Has("memberId")) facts.Add(("Member ID", Of("memberId")));
        return new LetterDocument(
            Of("number"), date, title, [Plan, Of("market")], [Of("providerName"), .. Of("providerAddress").Split('\n')], facts, blocks,
            [$"Provider Services: {Of("providerServices")}, {Of("hours")}", .. values.Has("tty") ? new[] { $"TTY: {Of("tty")}" } : []], Of("language"));
    }
}
