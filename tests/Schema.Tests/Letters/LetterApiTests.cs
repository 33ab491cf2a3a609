using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Accounts.Users;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Outbox.Tasks;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Schema.Tests.Work;

namespace Portal.Graph.Schema.Tests.Letters;

public sealed class LetterApiTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Template = "template { id version key market templateVersion title body state author approver }";
    private const string Letter = "letter { id version number kind title market state fileId supersedesId missingFields html provider { name } }";
    private const string Errors = "errors { __typename ... on Error { code message path } }";

    private readonly TestPortal _portal = demo.Portal;

    [Fact, Requirement("DOC-04")]
    public async Task One_writes_a_text_another_approves_it()
    {
        var (ed, flo) = (await _portal.SignInStaffAsync(StaffRole.ContentEditor), await _portal.HireAsync("staff.content.second", StaffRole.ContentEditor));
        var unknown = await SaveAsync(ed, "Dear {{nobody}}");
        unknown.PayloadCodes("saveTemplate").ShouldBe(["TEMPLATE_FIELD_UNKNOWN"]);
        unknown.Data("saveTemplate", "errors", 0, "path", 0).GetString().ShouldBe("body");

        var draft = (await SaveAsync(ed, "Dear {{name}}")).Data("saveTemplate", "template");
        draft.GetProperty("state").GetString().ShouldBe("DRAFT");
        (await StepAsync(ed, "approveTemplate", draft)).PayloadCodes("approveTemplate").ShouldBe(["APPROVAL_BY_AUTHOR_FORBIDDEN"]);
        var approved = (await StepAsync(flo, "approveTemplate", draft)).Data("approveTemplate", "template");
        approved.GetProperty("state").GetString().ShouldBe("APPROVED");
        var listed = await ed.SendAsync("{ templates(where: { key: \"L-REG-WELCOME\", market: NV, state: APPROVED }) { totalCount nodes { body approver } } letterKinds { key isMailed fields { name kind items { name } } } }");
        listed.Data("templates", "totalCount").GetInt32().ShouldBe(1);
        listed.Data("templates", "nodes", 0, "body").GetString().ShouldBe("Dear {{name}}");
        listed.Data("letterKinds").GetArrayLength().ShouldBe(LetterKinds.All.Count);
        (await StepAsync(ed, "retireTemplate", approved)).Data("retireTemplate", "template", "state").GetString().ShouldBe("RETIRED");
    }

    [Fact, Requirement("DOC-03")]
    public async Task A_letter_is_found_told_of_and_corrected_by_a_new_one()
    {
        var letter = await IssuedAsync();
        var ed = await _portal.SignInStaffAsync(StaffRole.ContentEditor);
        var found = await ed.SendAsync($"query($text: String!) {{ letters(where: {{ text: $text, state: ISSUED }}) {{ nodes {{ id version number html fileId provider {{ name }} }} }} }}", new { text = letter.Number });
        found.Data("letters", "nodes", 0, "html").GetString()!.ShouldContain(letter.Number);
        found.Data("letters", "nodes", 0, "fileId").GetString().ShouldNotBeNullOrEmpty();
        (await ed.SendAsync("{ letters(where: { from: \"2025-12-02\", to: \"2025-12-01\" }) { nodes { id } } }")).ErrorCodes.ShouldBe(["DATE_RANGE_REVERSED"]);

        var id = _portal.IdOf("Letter", letter.Id);
        (await ed.SendAsync($"mutation($id: ID!) {{ resendLetter(input: {{ id: $id }}) {{ {Letter} {Errors} }} }}", new { id })).PayloadCodes("resendLetter").ShouldBeEmpty();
        var correct = $"mutation($id: ID!, $version: Int!, $fields: [LetterFieldInput!]!) {{ supersedeLetter(input: {{ id: $id, version: $version, fields: $fields }}) {{ {Letter} {Errors} }} }}";
        (await ed.SendAsync(correct, new { id, version = letter.Version, fields = new[] { new { name = "username", value = "" } } })).PayloadCodes("supersedeLetter").ShouldBe(["LETTER_FIELD_MISSING"]);
        (await ed.SendAsync(correct, new { id, version = letter.Version, fields = new[] { new { name = "nobody", value = "" } } })).PayloadCodes("supersedeLetter").ShouldBe(["TEMPLATE_FIELD_UNKNOWN"]);
        var right = await ed.SendAsync(correct, new { id, version = letter.Version, fields = new[] { new { name = "username", value = "right.name" } } });
        right.Data("supersedeLetter", "letter", "supersedesId").GetString().ShouldBe(id);
        (await ed.SendAsync($"mutation($id: ID!) {{ retryLetter(input: {{ id: $id, version: {letter.Version} }}) {{ {Letter} {Errors} }} }}", new { id })).PayloadCodes("retryLetter").ShouldBe(["INVALID_STATE_TRANSITION"]);
        var node = await ed.SendAsync($"query($id: ID!) {{ node(id: $id) {{ ... on Letter {{ number }} }} letter(id: $id) {{ title missingFields }} }}", new { id });
        node.Data("node", "number").GetString().ShouldBe(letter.Number);
        node.Data("letter", "title").GetString().ShouldBe("Welcome to the provider portal");
    }

    [Fact, Requirement("DOC-03")]
    public async Task A_person_writes_to_a_provider_once_per_request()
    {
        var ed = await _portal.SignInStaffAsync(StaffRole.ContentEditor);
        var account = (await (await _portal.SignInAsync("demo.admin")).SendAsync("{ viewer { accounts { id } } }")).Data("viewer", "accounts", 0, "id").GetString();
        var create = $"mutation($input: CreateLetterInput!) {{ createLetter(input: $input) {{ {Letter} {Errors} }} }}";
        object Input(string text, string request) => new { template = "L-FREE", providerId = account, fields = new[] { new { name = "text", value = text } }, clientRequestId = request };
        (await ed.SendAsync(create, new { input = Input("", "f-1") })).PayloadCodes("createLetter").ShouldBe(["LETTER_FIELD_MISSING"]);
        var made = (await ed.SendAsync(create, new { input = Input("Please call us.", "f-1") })).Data("createLetter", "letter");
        made.GetProperty("kind").GetString().ShouldBe("L-FREE");
        (await ed.SendAsync(create, new { input = Input("Please call us.", "f-1") })).Data("createLetter", "letter", "id").GetString().ShouldBe(made.GetProperty("id").GetString());
        (await ed.SendAsync(create, new { input = Input("Do not call us.", "f-1") })).PayloadCodes("createLetter").ShouldBe(["IDEMPOTENCY_MISMATCH"]);
        (await (await _portal.SignInStaffAsync(StaffRole.SupportAgent)).SendAsync(create, new { input = Input("x", "f-2") })).PayloadCodes("createLetter").ShouldBe(["FORBIDDEN"]);
    }

    [Fact]
    public async Task Who_has_no_letters_to_see_is_refused()
    {
        var admin = await _portal.SignInStaffAsync(StaffRole.SystemAdmin);
        (await admin.SendAsync("{ letters { nodes { id } } }")).ErrorCodes.ShouldBe(["FORBIDDEN"]);
        (await admin.SendAsync("{ templates { nodes { id } } }")).ErrorCodes.ShouldBe(["FORBIDDEN"]);
    }

    private async Task<Letter> IssuedAsync()
    {
        var id = await _portal.AsAsync(Actor.System("test"), async services =>
        {
            var db = services.GetRequiredService<PortalDb>();
            await using var write = await db.BeginWriteAsync(default);
            var membership = await db.Set<Membership>().OrderBy(m => m.Id).FirstAsync();
            var letter = await services.GetRequiredService<LetterBox>().AddAsync(
                new(LetterKinds.Welcome, membership, membership.AccountId, new LetterValues().Set("username", "wrong.name").Set("name", "Jane Doe")), default);
            await write.CommitAsync(default);
            return letter!.Id;
        });
        for (var i = 0; ; i++)
        {
            await _portal.Services.GetRequiredService<OutboxTaskRunner>().RunDueAsync(default);
            var letter = await _portal.AsAsync(Actor.System("test"), s => s.GetRequiredService<PortalDb>().Set<Letter>().AsNoTracking().SingleAsync(l => l.Id == id));
            letter.MissingFields.ShouldBeNull();
            if (letter.State is LetterState.Issued) return letter;
            i.ShouldBeLessThan(600, "the worker of the portal has it in hand and never ends");
            await Task.Delay(50);
        }
    }

    private static Task<ApiAnswer> SaveAsync(ApiClient client, string body) => client.SendAsync(
        $"mutation($body: String!) {{ saveTemplate(input: {{ key: \"L-REG-WELCOME\", market: NV, title: \"Welcome to Nevada\", body: $body }}) {{ {Template} {Errors} }} }}", new { body });

    private static Task<ApiAnswer> StepAsync(ApiClient client, string mutation, JsonElement template) => client.SendAsync(
        $"mutation($id: ID!, $version: Int!) {{ {mutation}(input: {{ id: $id, version: $version }}) {{ {Template} {Errors} }} }}",
        new { id = template.GetProperty("id").GetString(), version = template.GetProperty("version").GetInt32() });
}
