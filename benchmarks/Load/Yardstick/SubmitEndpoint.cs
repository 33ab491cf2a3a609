using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Portal.Graph.Domain.Claims;
using Portal.Graph.Domain.Claims.Forms;
using Portal.Graph.Domain.Members;
using Portal.Graph.Domain.Platform;
using Portal.Graph.Load.Cases;

namespace Portal.Graph.Load.Yardstick;

/// <summary>
/// A draft becomes a claim in one durable transaction. The rules of the form are the domain's own pure ones, as any
/// implementation needs them; every read and write is by hand.
/// </summary>
internal sealed class SubmitEndpoint(Writer writer)
{
    private readonly SubmitStatements _sql = new(writer.Connection);

    public async Task AnswerAsync(SubmitAsked asked, Caller caller, Utf8JsonWriter json)
    {
        var (number, form) = await writer.CommitAsync(() => Submit(asked, caller));
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartObject("submitClaim");
        json.WriteStartObject("claim");
        json.WriteString("number", number);
        json.WriteString("state", "IN_PROCESS");
        json.WriteString("memberIdGiven", form.MemberId);
        json.WriteNumber("totalCharge", form.TotalCharge!.Value);
        json.WriteEndObject();
        json.WriteNull("errors");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private (string Number, ClaimForm Form) Submit(SubmitAsked asked, Caller caller)
    {
        var owner = $"account:{caller.AccountId}";
        if (_sql.Known.Value(owner, asked.ClientRequestId) is not null) throw new BadHttpRequest("clientRequestId");
        var now = AuditTrail.Now();
        var today = new DateTimeOffset(now).DateIn(Market.OH);
        var (form, stored) = Draft(asked, caller, today);
        var npi = Account(caller.AccountId, form);
        var (first, last) = (form.Lines.Min(l => l.From)!.Value, form.Lines.Max(l => l.To)!.Value);
        var (memberId, lob) = Member(form, caller, first);
        if (ClaimCodePolicy.Faults(form).Count > 0 || last.AddDays(365) < today) throw new BadHttpRequest("form");
        // The load run's drafts never overlap, so whatever is found here is a mistake.
        using (var others = _sql.Others.Read(memberId, last, first, npi)) if (others.Read()) throw new BadHttpRequest("duplicate");

        var day = today.ToString("yyMMdd", CultureInfo.InvariantCulture);
        var number = string.Create(CultureInfo.InvariantCulture, $"C{day}{(long)_sql.Number.Value($"C{day}")!:D7}");
        var claimId = (long)_sql.Claim.Value(number, caller.Market, lob, memberId, form.MemberId, caller.AccountId, npi, form.RenderingNpi,
            form.PatientAccountNumber, first, last, today, now, (long)(form.TotalCharge!.Value * 100m), form.Lines.Count)!;
        var steps = Parts(claimId, form, caller, now);
        _sql.Form.Run(claimId, stored);
        _sql.DraftDone.Run(asked.DraftId, claimId, now);
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { draftId = asked.DraftId, version = asked.Version })));
        _sql.Remember.Run(owner, asked.ClientRequestId, hash, claimId, now);
        var after = JsonSerializer.Serialize(new { number, state = "InProcess", billingAccountId = caller.AccountId, totalCharge = form.TotalCharge });
        writer.Trail.Append([new(caller, "claim.submitted", "Claim", claimId, memberId, null, after, now)]);
        Publish(claimId, steps, now);
        return (number, form);
    }

    private (ClaimForm Form, string Stored) Draft(SubmitAsked asked, Caller caller, DateOnly today)
    {
        using var draft = _sql.Draft.Read(asked.DraftId, caller.AccountId, caller.Market);
        if (!draft.Read() || draft.GetInt32(0) != asked.Version || draft.GetString(1) != "Draft") throw new BadHttpRequest("draftId");
        var stored = draft.GetString(2);
        var form = JsonSerializer.Deserialize<ClaimForm>(stored, DraftStock.Stored)!;
        var payers = JsonSerializer.Deserialize<List<OtherPayer>>(draft.GetString(3), DraftStock.Stored)!;
        if (ClaimFormPolicy.MissingFields(form).Count + ClaimFormPolicy.Faults(form, today).Count + OtherPayerPolicy.Faults(form, payers, today).Count > 0)
            throw new BadHttpRequest("form");
        return (form, stored);
    }

    private string Account(long id, ClaimForm form)
    {
        using var account = _sql.Account.Read(id);
        if (!account.Read() || account.GetString(0) != form.BillingNpi || form.RenderingNpi != form.BillingNpi || account.GetString(1) != form.TaxId
            || account.GetString(3) != "Active") throw new BadHttpRequest("providerId");
        return account.GetString(0);
    }

    private (long Id, string Lob) Member(ClaimForm form, Caller caller, DateOnly first)
    {
        if (!MemberNumber.TryParse(form.MemberId, out var number) || _sql.Member.Value(number.SubscriberNumber, number.Suffix, caller.Market) is not long id
            || _sql.Cover.Value(id, caller.Market, first) is not string lob) throw new BadHttpRequest("memberId");
        return (id, lob);
    }

    private long[] Parts(long claimId, ClaimForm form, Caller caller, DateTime now)
    {
        for (var i = 0; i < form.Lines.Count; i++)
        {
            var line = form.Lines[i];
            _sql.Line.Run(claimId, i + 1, line.From, line.To, line.Code, string.Join(' ', line.Modifiers), line.DiagnosisPointer, line.PlaceOfService,
                (long)(line.Units!.Value * 100m), (long)(line.Charge!.Value * 100m));
        }
        for (var i = 0; i < form.Diagnoses.Count; i++) _sql.Diagnosis.Run(claimId, i + 1, form.Diagnoses[i]);
        long[] steps =
        [
            (long)_sql.Event.Value(claimId, now, "Draft", "Submitted", "PortalUser", caller.UserId)!,
            (long)_sql.Event.Value(claimId, now, "Submitted", "InProcess", "System", null)!,
        ];
        return steps;
    }

    private void Publish(long claimId, long[] steps, DateTime now)
    {
        var last = (long)_sql.OutboxNumbers.Value((long)steps.Length)!;
        for (var i = 0; i < steps.Length; i++) _sql.Outbox.Run(last - steps.Length + 1 + i, claimId, steps[i], now);
    }
}
