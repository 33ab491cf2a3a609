using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Coverage;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Imports;

/// <summary>Payer transitions become eligibility spans, and other insurance where they name a second payer.</summary>
internal sealed class SyntheaCoverage(PortalDb db, SyntheaFiles files, Market market, IReadOnlyDictionary<string, Member> members, TimeProvider clock)
{
    private Dictionary<(long Member, Lob Lob, string Program), ProgramEnrollment> _enrollments = [];
    private readonly Dictionary<ProgramEnrollment, List<DateRange>> _spans = [];

    public async Task TakeSpansAsync(ImportTally tally, CancellationToken ct)
    {
        await LoadKnownAsync(ct);
        foreach (var transition in files.Transitions) Take(transition, tally);
        await db.InsertAddedAsync(ct);
    }

    private void Take(SyntheaTransition row, ImportTally tally)
    {
        var payer = row.Payer is null ? null : files.Payers.GetValueOrDefault(row.Payer);
        if (payer is null) tally.Refused(row.Line, "Its payer is not in payers.csv.");
        else if (SyntheaPayers.LobOf(payer) is not { } lob) tally.Refused(row.Line, "The person had no insurance then: no span.");
        else if (!members.TryGetValue(row.Patient, out var member)) tally.Refused(row.Line, "Its patient was not taken.");
        else if (row.Start is not { } start || row.End is not { } end) tally.Refused(row.Line, "Start or end is not a date.");
        else if (end == start) tally.Refused(row.Line, "It ends on the day it starts and covers no day.");
        else Write(member, lob, payer, new(start, end.AddDays(-1)), row.Line, tally);
    }

    private void Write(Member member, Lob lob, string payer, SpanDetails details, int line, ImportTally tally)
    {
        if (!_enrollments.TryGetValue((member.Id, lob, payer), out var enrollment))
        {
            enrollment = _enrollments[(member.Id, lob, payer)] = ProgramEnrollment.Of(member, market, lob, payer);
            _spans[enrollment] = [];
            db.Add(enrollment);
        }
        var others = _spans[enrollment];
        if (others.Contains(details.Dates)) tally.Unchanged();
        else if (SpanPolicy.Check(details, others) is [var refusal, ..]) tally.Refused(line, refusal.Message);
        else
        {
            db.Add(EligibilitySpan.Of(enrollment, details));
            others.Add(details.Dates);
            tally.Added();
        }
    }

    /// <summary>A second payer is other insurance; years of the same carrier that follow on each other are one record.</summary>
    public async Task TakeOtherInsuranceAsync(ImportTally tally, CancellationToken ct)
    {
        var ids = members.Values.Select(m => m.Id).ToList();
        var known = (await db.Set<CobRecord>().Where(r => ids.Contains(r.MemberId)).Select(r => new { r.MemberId, r.Carrier, r.Effective }).ToListAsync(ct))
            .Select(r => (r.MemberId, r.Carrier, r.Effective)).ToHashSet();
        foreach (var run in Runs())
        {
            var member = members[run.First.Patient];
            var carrier = files.Payers[run.First.SecondaryPayer!];
            if (!known.Add((member.Id, carrier, run.First.Start!.Value))) tally.Unchanged();
            else
            {
                db.Add(CobRecord.Of(member, carrier, run.First.PlanMemberId ?? member.Number.ToString(), run.First.OwnerName ?? member.FullName,
                    RelationOf(run.First.Ownership), InsuranceType.Medical, CobPriority.Secondary, run.First.Start.Value, clock.GetUtcNow(), run.End.AddDays(-1)));
                tally.Added();
            }
        }
        await db.InsertAddedAsync(ct);
    }

    public int OtherInsuranceCount => Runs().Count();

    private IEnumerable<(SyntheaTransition First, DateOnly End)> Runs()
    {
        var rows = files.Transitions.Where(t => t.SecondaryPayer is not null && files.Payers.ContainsKey(t.SecondaryPayer)
            && members.ContainsKey(t.Patient) && t.Start < t.End);
        foreach (var ofCarrier in rows.GroupBy(t => (t.Patient, t.SecondaryPayer)))
        {
            SyntheaTransition? first = null;
            DateOnly end = default;
            foreach (var row in ofCarrier.OrderBy(t => t.Start))
            {
                if (first is not null && row.Start != end) yield return (first, end);
                if (first is null || row.Start != end) first = row;
                end = row.End!.Value;
            }
            if (first is not null) yield return (first, end);
        }
    }

    private static CobRelationship RelationOf(string? ownership) => ownership switch
    {
        "Spouse" => CobRelationship.Spouse,
        "Guardian" => CobRelationship.Child,
        "Self" or null => CobRelationship.Self,
        _ => CobRelationship.Other,
    };

    private async Task LoadKnownAsync(CancellationToken ct)
    {
        var ids = members.Values.Select(m => m.Id).ToList();
        var enrollments = await db.Set<ProgramEnrollment>().Where(e => ids.Contains(e.MemberId) && e.Market == market).ToListAsync(ct);
        _enrollments = enrollments.ToDictionary(e => (e.MemberId, e.Lob, e.ProgramName));
        var spans = (await db.Set<EligibilitySpan>().AsNoTracking().Where(s => ids.Contains(s.MemberId)).ToListAsync(ct)).ToLookup(s => s.EnrollmentId, s => s.Dates);
        foreach (var enrollment in enrollments) _spans[enrollment] = [.. spans[enrollment.Id]];
    }
}
