using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Graph.Domain.Platform.Access;
using Portal.Graph.Domain.Platform.Audit;
using Portal.Graph.Domain.Platform.Storage;

namespace Portal.Graph.Schema.Tests.Files;

public sealed class DownloadTests(FilePortal files) : IClassFixture<FilePortal>
{
    [Fact, Requirement("ATT-17", "PLT-06")]
    public async Task A_clean_file_comes_as_an_attachment_that_no_browser_opens_or_keeps()
    {
        var file = await files.FileAsync(FilePortal.Pdf, "Größe \"1\".pdf");
        var before = await ReadsAsync();
        using var answer = await files.Http.GetAsync(file.GetProperty("url").GetString());
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(FilePortal.Pdf);
        answer.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("application/pdf");
        var disposition = answer.Content.Headers.GetValues("Content-Disposition").Single();
        disposition.ShouldStartWith("attachment;");
        disposition.ShouldContain("filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.pdf");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        answer.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
        (await ReadsAsync()).ShouldBe(before + 1);
    }

    [Theory, Requirement("ATT-17")]
    [InlineData(0, 9)]
    [InlineData(65530, 65545)]
    [InlineData(131072, 200000)]
    [InlineData(199990, null)]
    public async Task A_part_can_be_asked_for(int from, int? to)
    {
        var bytes = new byte[200_001];
        Random.Shared.NextBytes(bytes);
        "%PDF-"u8.CopyTo(bytes);
        var file = await files.FileAsync(bytes, "long.pdf");
        var request = new HttpRequestMessage(HttpMethod.Get, file.GetProperty("url").GetString()) { Headers = { Range = new RangeHeaderValue(from, to) } };
        using var answer = await files.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(bytes[from..((to ?? bytes.Length - 1) + 1)]);
    }

    [Fact, Requirement("ATT-17", "PLT-19")]
    public async Task What_is_anothers_and_what_is_not_there_look_alike()
    {
        var file = await files.FileAsync(FilePortal.Pdf, "mine.pdf");
        using var theirs = await files.Other.GetAsync(file.GetProperty("url").GetString());
        using var nothing = await files.Other.GetAsync($"/files/{files.Portal.IdOf("StoredFile")}");
        using var claim = await files.Other.GetAsync($"/files/{files.Portal.IdOf("Claim", 1)}");
        using var made = await files.Other.GetAsync("/files/1");
        var texts = new HashSet<string>();
        foreach (var answer in new[] { theirs, nothing, claim, made })
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            texts.Add(System.Text.RegularExpressions.Regex.Replace(await answer.Content.ReadAsStringAsync(), "\"traceId\":\"[^\"]*\"", ""));
        }
        texts.Count.ShouldBe(1);
        using var anonymous = files.Client(null);
        (await anonymous.GetAsync(file.GetProperty("url").GetString())).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<int> ReadsAsync() => await files.Portal.AsAsync(Actor.System("test"), services =>
        services.GetRequiredService<PortalDb>().Set<AuditEvent>().CountAsync(e => e.Action == "read" && e.Entity == "StoredFile"));
}
