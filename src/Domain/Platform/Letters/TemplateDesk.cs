using Microsoft.EntityFrameworkCore;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Letters.Rendering;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Domain.Platform.Letters;

/// <summary>A template as it is written.</summary>
public sealed record TemplateDraft(string Key, Market? Market, string Title, string Body);

// DOC-04
/// <summary>One person writes the text of a letter, another approves it.</summary>
public sealed class TemplateDesk(PortalDb db, ActorScope scope, AuditLog audit, TimeProvider clock)
{
    /// <summary>By key, newest first.</summary>
    public AuditedQuery<LetterTemplate> Templates(string? key, Market? market, LetterTemplateState? state)
    {
        var allowed = scope.Actor.Has(Permission.StaffContentEdit);
        var templates = db.Set<LetterTemplate>().AsNoTracking().Where(t => allowed);
        if (key is { Length: > 0 }) templates = key == LetterKinds.Free.Key ? templates.Where(t => t.Key.StartsWith(key)) : templates.Where(t => t.Key == key);
        if (market is { } wanted) templates = templates.Where(t => t.Market == wanted);
        if (state is { } stands) templates = templates.Where(t => t.State == stands);
        return new(templates.OrderBy(t => t.Key).ThenBy(t => t.Place).ThenByDescending(t => t.TemplateVersion), _ => { });
    }

    public async Task<LetterTemplate?> FindAsync(long id, CancellationToken ct) => scope.Actor.Has(Permission.StaffContentEdit)
        ? await db.Set<LetterTemplate>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct) : null;

    /// <summary>Writes a draft, or with <paramref name="id"/> writes a draft anew; no letter is made from it until it is approved.</summary>
    public async Task<Outcome<LetterTemplate>> SaveAsync(TemplateDraft draft, long? id, int? version, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffContentEdit) is { } lacks) return lacks;
        var faults = Faults(draft);
        if (faults.Count > 0) return faults;
        await using var write = await db.BeginWriteAsync(ct);
        var template = id is { } known ? await db.Set<LetterTemplate>().SingleOrDefaultAsync(t => t.Id == known, ct) : null;
        if (id is not null && (template is null || template.Key != draft.Key || template.Market != draft.Market)) return new NotFound("letter template");
        if (template is not null && template.Version != version) return new ConcurrentChange("letter template");
        if (template is null)
        {
            var place = LetterTemplate.PlaceOf(draft.Market);
            var last = await db.Set<LetterTemplate>().Where(t => t.Key == draft.Key && t.Place == place).MaxAsync(t => (int?)t.TemplateVersion, ct) ?? 0;
            db.Add(template = LetterTemplate.Draft(draft.Key, draft.Market, last + 1, draft.Title, draft.Body, Hand));
        }
        else if (template.Revise(draft.Title, draft.Body, Hand) is { } refusal) return refusal;
        audit.Changed(id is null ? "letterTemplate.drafted" : "letterTemplate.revised", template, after: Facts(template));
        await write.CommitAsync(ct);
        return template;
    }

    /// <summary>Puts a draft in use; the one in use before is retired. Not for who wrote a word of it.</summary>
    public async Task<Outcome<LetterTemplate>> ApproveAsync(long id, int version, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffContentEdit) is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        if (await db.Set<LetterTemplate>().SingleOrDefaultAsync(t => t.Id == id, ct) is not { } template) return new NotFound("letter template");
        if (template.Version != version) return new ConcurrentChange("letter template");
        // The fields of a kind may have changed with the program since it was written.
        if (LetterKinds.Find(template.Key) is not { } kind) return new NotFound("letter");
        if (TemplateBody.Read(kind, template.Body) is { Succeeded: false } faulty) return Outcome<LetterTemplate>.Refused(faulty.Refusals);
        if (template.Approve(Hand) is { } refusal) return refusal;
        foreach (var before in await InUseAsync(template.Key, template.Place, id, ct))
        {
            before.Retire();
            audit.Changed("letterTemplate.retired", before, after: Facts(before));
        }
        audit.Changed("letterTemplate.approved", template, after: Facts(template));
        await write.CommitAsync(ct);
        return template;
    }

    /// <summary>Takes a market's own text out of use; its letters have the text for all from then on, which itself stays in use unless it is one that people write by.</summary>
    public async Task<Outcome<LetterTemplate>> RetireAsync(long id, int version, CancellationToken ct)
    {
        if (scope.Actor.Lacks(Permission.StaffContentEdit) is { } lacks) return lacks;
        await using var write = await db.BeginWriteAsync(ct);
        if (await db.Set<LetterTemplate>().SingleOrDefaultAsync(t => t.Id == id, ct) is not { } template) return new NotFound("letter template");
        if (template.Version != version) return new ConcurrentChange("letter template");
        if (!template.MayRetire) return new InvalidStateTransition("letter template", template.State.ToString(), []);
        if (template.Retire() is { } refusal) return refusal;
        audit.Changed("letterTemplate.retired", template, after: Facts(template));
        await write.CommitAsync(ct);
        return template;
    }

    /// <summary>The letter that the text makes of made-up values.</summary>
    public Outcome<LetterDocument> Preview(TemplateDraft draft)
    {
        if (scope.Actor.Lacks(Permission.StaffContentEdit) is { } lacks) return lacks;
        if (Faults(draft) is { Count: > 0 } faults) return faults;
        var kind = LetterKinds.Find(draft.Key)!;
        return LetterLayout.Compose(kind, draft.Title.Trim(), draft.Body, Samples(kind.Fields), draft.Market ?? Market.OH);
    }

    private LetterHand Hand => new(scope.Actor.UserId ?? 0, scope.Actor.Name, clock.GetUtcNow());

    private static List<Refusal> Faults(TemplateDraft draft)
    {
        List<Refusal> faults = [];
        var kind = LetterKinds.Find(draft.Key);
        if (kind is null) faults.Add(KeyFault(draft.Key) with { Path = ["key"] });
        if (string.IsNullOrWhiteSpace(draft.Title)) faults.Add(new RequiredFieldMissing("Title") { Path = ["title"] });
        else if (draft.Title.Trim().Length > LetterTemplateMapping.TitleLength)
            faults.Add(new InvalidFormat("Title", $"at most {LetterTemplateMapping.TitleLength} characters", "Welcome") { Path = ["title"] });
        if (string.IsNullOrWhiteSpace(draft.Body)) faults.Add(new RequiredFieldMissing("Body") { Path = ["body"] });
        else if (draft.Body.Length > LetterTemplateMapping.BodyLength)
            faults.Add(new InvalidFormat("Body", $"at most {LetterTemplateMapping.BodyLength} characters", "Dear {{providerName}},") { Path = ["body"] });
        else if (kind is not null) faults.AddRange(TemplateBody.Read(kind, draft.Body).Refusals);
        return faults;
    }

    private static Refusal KeyFault(string key) => string.IsNullOrWhiteSpace(key) ? new RequiredFieldMissing("Letter")
        : !key.StartsWith(LetterKinds.Free.Key, StringComparison.Ordinal) ? new NotFound("letter")
        : new InvalidFormat("Key", $"of capital letters, digits and hyphens, at most {LetterTemplateMapping.KeyLength}", $"{LetterKinds.Free.Key}-ADDRESS");

    private static LetterValues Samples(IReadOnlyList<LetterField> fields)
    {
        var values = new LetterValues();
        foreach (var field in fields)
            if (field.Kind is LetterFieldKind.List) values.Set(field.Name, [Samples(field.Items), Samples(field.Items)]);
            else values.Set(field.Name, field.Sample);
        return values;
    }

    private Task<List<LetterTemplate>> InUseAsync(string key, string place, long but, CancellationToken ct) =>
        db.Set<LetterTemplate>().Where(t => t.Key == key && t.Place == place && t.Id != but && t.State == LetterTemplateState.Approved).ToListAsync(ct);

    private static object Facts(LetterTemplate template) => new { template.Key, template.Market, template.TemplateVersion, template.State };
}
