using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.BackOffice.Tests.Hosting;
using Portal.Graph.BackOffice.Tests.Http;
using Portal.Graph.Domain.Accounts;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Letters;
using Portal.Graph.Domain.Platform.Letters.Templates;
using Portal.Graph.Domain.Platform.Storage;
using Portal.Graph.Testing;

namespace Portal.Graph.BackOffice.Tests.Letters;

[Collection(OneHost.Name)]
public sealed class LetterPageTests(BackOfficeHost host)
{
    [Fact, Requirement("DOC-03")]
    public async Task A_letter_is_found_read_and_corrected_by_a_new_one()
    {
        using var editor = await host.SignedInAsync(StaffPlan.Editor);
        var letter = await IssuedAsync(editor);
        var list = await editor.GetAsync($"/staff/letters?Filter.Text={letter.Number}");
        var page = await editor.GetAsync(list.Document.QuerySelector($"tr[data-letter='{letter.Id}'] a")!.GetAttribute("href")!);
        page.Document.QuerySelector("#article")!.TextContent.ShouldContain("wrong.name");
        page.Texts(".head-badges .badge").ShouldBe(["Issued"]);
        (await editor.GetAsync(page.Document.QuerySelector("#pdf")!.GetAttribute("href")!)).Text.ShouldStartWith("%PDF-1.7");
        (await editor.SubmitAsync(page, "#supersede", ("Fields[username]", ""))).Texts("#refusals li").Single().ShouldContain("username");
        var corrected = await editor.SubmitAsync(page, "#supersede", ("Fields[username]", "right.name"));
        corrected.Texts(".toast").Single().ShouldContain("corrects this one");
        for (var i = 0; !corrected.Text.Contains("right.name", StringComparison.Ordinal); i++)
        {
            i.ShouldBeLessThan(600, "the correction was never written");
            await Task.Delay(50);
            corrected = await editor.GetAsync(corrected.Address);
        }
        var old = await editor.GetAsync(page.Address);
        old.Texts(".head-badges .badge").ShouldBe(["Issued", "Superseded"]);
        old.Document.QuerySelector("#article")!.TextContent.ShouldContain("wrong.name");
        (await editor.SubmitAsync(old, "#resend")).Texts(".toast").Count.ShouldBe(1);
    }

    [Fact, Requirement("DOC-04")]
    public async Task A_text_is_written_looked_at_with_made_up_values_and_approved_by_another()
    {
        using var editor = await host.SignedInAsync(StaffPlan.Editor);
        using var approver = await host.SignedInAsync(StaffPlan.EditorApprover);
        var form = await editor.GetAsync("/staff/templates/edit");
        var bad = await editor.SubmitAsync(form, "#preview", ("Form.Key", "L-REG-WELCOME"), ("Form.Market", "KY"), ("Form.Title", "Hello"), ("Form.Body", "{{nobody}}"));
        bad.Document.QuerySelector("#Form_Body-error")!.TextContent.ShouldContain("nobody");
        bad.Document.QuerySelector("#Form_Body")!.TextContent.ShouldContain("{{nobody}}");
        var sample = await editor.SubmitAsync(bad, "#preview", ("Form.Body", "Dear {{name}}, <b>welcome</b>"));
        sample.Document.QuerySelector("#article p:last-of-type")!.ShouldNotBeNull();
        sample.Document.QuerySelector("#article")!.TextContent.ShouldContain("Dear Jane Doe, <b>welcome</b>");
        var draft = await editor.SubmitAsync(sample, "#save");
        draft.Texts(".head-badges .badge").ShouldBe(["Draft"]);
        (await editor.SubmitAsync(draft, "#approve")).Texts("#refusals li").ShouldBe(["You wrote this letter template. Another person must approve it."]);
        var approved = await approver.SubmitAsync(await approver.GetAsync(draft.Address), "#approve");
        approved.Texts(".head-badges .badge").ShouldBe(["Approved"]);
        (await editor.GetAsync("/staff/templates?Key=L-REG-WELCOME&Market=KY")).Texts("#templates tbody tr").Single().ShouldContain("Approved");
    }

    [Fact, Requirement("DOC-03")]
    public async Task A_person_looks_at_a_letter_before_it_is_written()
    {
        string provider;
        await using (var scope = host.Scope(Actor.System("test")))
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            await using var write = await db.BeginWriteAsync(default);
            provider = (await AddressedAsync(db)).CareSourceProviderId;
            await write.CommitAsync(default);
        }
        using var editor = await host.SignedInAsync(StaffPlan.Editor);
        var list = await editor.GetAsync("/staff/letters");
        var form = await editor.GetAsync(list.Document.QuerySelector("#new")!.GetAttribute("href")!);
        (await editor.SubmitAsync(form, "#create")).Document.QuerySelectorAll("#refusals a").Select(a => a.GetAttribute("href")).ShouldBe(["#Form_Template", "#Form_ProviderId"]);
        (await editor.SubmitAsync(form, "#create", ("Form.Template", "L-FREE"), ("Form.ProviderId", "999999999999"))).Document.QuerySelectorAll("#refusals a")
            .Select(a => a.GetAttribute("href")).ShouldBe(["#Form_ProviderId"]);
        (string, string)[] filled = [("Form.Template", "L-FREE"), ("Form.ProviderId", provider), ("Form.Text", "Please <b>call</b> us."), ("Form.Until", "2025-12-31")];
        var preview = await editor.SubmitAsync(form, "#preview", filled);
        preview.Document.QuerySelector("#article")!.TextContent.ShouldContain("Please <b>call</b> us.");
        preview.Document.QuerySelector("#article")!.TextContent.ShouldContain("December 31, 2025");
        var made = await editor.SubmitAsync(preview, "#create");
        made.Texts(".toast").Single().ShouldContain("is being written");
        (await editor.SubmitAsync(preview, "#create")).Address.ShouldBe(made.Address, "the same form sent twice is one letter");
    }

    [Fact, Requirement("PLT-18")]
    public async Task Who_looks_after_jobs_sees_no_letters()
    {
        using var admin = await host.SignedInAsync(StaffPlan.Admin);
        foreach (var address in new[] { "/staff/letters", "/staff/templates", "/staff/letters/new", "/staff/letters/1", "/staff/templates/1" }) (await admin.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<ProviderAccount> AddressedAsync(PortalDb db) => (await db.Set<ProviderAccount>().OrderBy(a => a.Id).FirstAsync()).At(new()
    {
        Kind = AddressKind.Mailing, Line1 = "1 Example Street", City = "Dayton", State = "OH", Zip = "45402", EffectiveFrom = new(2020, 1, 1),
    });

    private async Task<Letter> IssuedAsync(StaffClient editor)
    {
        await using var scope = host.Scope(Actor.System("test"));
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        Letter letter;
        await using (var write = await db.BeginWriteAsync(default))
        {
            var account = await AddressedAsync(db);
            letter = (await scope.ServiceProvider.GetRequiredService<LetterBox>().AddAsync(
                new(LetterKinds.Welcome, account, account.Id, new LetterValues().Set("username", "wrong.name").Set("name", "Jane Doe")), default)).ShouldNotBeNull();
            await write.CommitAsync(default);
        }
        for (var i = 0; (await editor.GetAsync($"/staff/letters/{letter.Id}")) is var page && !page.Text.Contains("wrong.name", StringComparison.Ordinal); i++)
        {
            i.ShouldBeLessThan(600, page.Text);
            await Task.Delay(50);
        }
        return letter;
    }
}
