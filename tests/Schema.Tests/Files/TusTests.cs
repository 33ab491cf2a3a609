using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Graph.Schema.Tests.Files;

/// <summary>The tus protocol 1.0.0, request by request.</summary>
public sealed class TusTests(FilePortal files) : IClassFixture<FilePortal>
{
    private const string PartType = "application/offset+octet-stream";

    [Fact, Requirement("ATT-06", "ATT-18")]
    public async Task The_server_says_what_it_can_and_how_much_it_takes_to_anybody()
    {
        using var anonymous = files.Client(null);
        using var answer = await anonymous.SendAsync(new(HttpMethod.Options, "/uploads"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Header(answer, "Tus-Version").ShouldBe("1.0.0");
        Header(answer, "Tus-Max-Size").ShouldBe("104857600");
        Header(answer, "Tus-Extension").ShouldBe("creation,creation-with-upload,creation-defer-length,checksum,expiration,termination");
        Header(answer, "Tus-Checksum-Algorithm").ShouldBe("sha1,sha256");
    }

    [Fact, Requirement("ATT-18")]
    public async Task An_upload_goes_on_where_it_stopped_and_becomes_a_file()
    {
        var url = await StartAsync(FilePortal.Pdf.Length);
        using var first = await PatchAsync(url, 0, FilePortal.Pdf[..10]);
        first.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Header(first, "Upload-Offset").ShouldBe("10");
        Header(first, "Upload-Expires").ShouldBe("Mon, 01 Dec 2025 17:00:00 GMT");
        using (var head = await SendAsync(HttpMethod.Head, url))
        {
            (Header(head, "Upload-Offset"), Header(head, "Upload-Length")).ShouldBe(("10", $"{FilePortal.Pdf.Length}"));
            head.Headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
        }
        (await CompleteAsync(url)).PayloadCodes("completeUpload").ShouldBe(["UPLOAD_INCOMPLETE"]);
        using var last = await PatchAsync(url, 10, FilePortal.Pdf[10..]);
        last.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var fileId = Header(last, "X-File-Id");
        using (var head = await SendAsync(HttpMethod.Head, url)) (Header(head, "Upload-Offset"), Header(head, "X-File-Id")).ShouldBe(($"{FilePortal.Pdf.Length}", fileId));
        (await CompleteAsync(url)).Data("completeUpload", "file", "id").GetString().ShouldBe(fileId);
        (await files.ScannedAsync(fileId!)).ShouldBe("CLEAN");
        (await files.Http.GetByteArrayAsync($"/files/{fileId}")).ShouldBe(FilePortal.Pdf);
    }

    [Fact, Requirement("ATT-18")]
    public async Task Creation_may_bring_the_first_bytes()
    {
        using var part = await CreateAsync(FilePortal.Pdf.Length, bytes: FilePortal.Pdf[..12]);
        part.StatusCode.ShouldBe(HttpStatusCode.Created);
        Header(part, "Upload-Offset").ShouldBe("12");
        using var whole = await CreateAsync(FilePortal.Pdf.Length, bytes: FilePortal.Pdf);
        Header(whole, "X-File-Id").ShouldNotBeNull();
    }

    [Fact, Requirement("ATT-18")]
    public async Task Each_wrong_step_has_its_status()
    {
        var url = await StartAsync(100);
        using (var wrong = await PatchAsync(url, 5, [1])) (wrong.StatusCode, Header(wrong, "Upload-Offset")).ShouldBe((HttpStatusCode.Conflict, "0"));
        (await SendAsync(HttpMethod.Patch, url, offset: 0, bytes: [1], type: "application/pdf")).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await SendAsync(HttpMethod.Patch, url, bytes: [1])).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await PatchAsync(url, 0, new byte[101])).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await PatchAsync(url, 0, FilePortal.Pdf[..5], checksum: "md5 AAAA")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using (var version = await SendAsync(HttpMethod.Head, url, version: "0.2.2")) (version.StatusCode, Header(version, "Tus-Version")).ShouldBe((HttpStatusCode.PreconditionFailed, "1.0.0"));
        (await SendAsync(HttpMethod.Head, url, version: null)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await SendAsync(HttpMethod.Put, url)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await SendAsync(HttpMethod.Post, "/uploads")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var head = await SendAsync(HttpMethod.Head, url);
        Header(head, "Upload-Offset").ShouldBe("0", "nothing of the wrong steps was stored");
    }

    [Theory, Requirement("ATT-18")]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public async Task A_part_whose_checksum_is_wrong_is_dropped(string algorithm)
    {
        byte[] Hash(byte[] bytes) => algorithm == "sha1" ? SHA1.HashData(bytes) : SHA256.HashData(bytes);
        var url = await StartAsync(FilePortal.Pdf.Length);
        using (await PatchAsync(url, 0, FilePortal.Pdf[..7])) { }
        using var wrong = await PatchAsync(url, 7, FilePortal.Pdf[7..20], checksum: $"{algorithm} {Convert.ToBase64String(Hash([1]))}");
        ((int)wrong.StatusCode).ShouldBe(460);
        (await FilePortal.CodeAsync(wrong)).ShouldBe("UPLOAD_CHECKSUM_MISMATCH");
        using var right = await PatchAsync(url, 7, FilePortal.Pdf[7..], checksum: $"{algorithm} {Convert.ToBase64String(Hash(FilePortal.Pdf[7..]))}");
        Header(right, "X-File-Id").ShouldNotBeNull();
    }

    [Fact, Requirement("ATT-06", "ATT-03")]
    public async Task What_cannot_become_a_file_is_refused_before_or_at_the_end()
    {
        await RefusedAsync(await CreateAsync(104_857_601), HttpStatusCode.RequestEntityTooLarge, "FILE_TOO_LARGE");
        (await CreateAsync(104_857_600)).StatusCode.ShouldBe(HttpStatusCode.Created);
        await RefusedAsync(await CreateAsync(0), HttpStatusCode.UnprocessableEntity, "FILE_EMPTY");
        await RefusedAsync(await CreateAsync(10, name: "run.exe"), HttpStatusCode.UnsupportedMediaType, "FILE_TYPE_NOT_ALLOWED");
        await RefusedAsync(await CreateAsync(10, name: null), HttpStatusCode.BadRequest, "REQUIRED_FIELD_MISSING");
        var url = await StartAsync(4);
        await RefusedAsync(await PatchAsync(url, 0, "MZ.."u8.ToArray()), HttpStatusCode.UnsupportedMediaType, "FILE_TYPE_MISMATCH");
        (await SendAsync(HttpMethod.Head, url)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "the refused upload has ended");
    }

    [Fact, Requirement("ATT-06", "ATT-18")]
    public async Task A_length_may_come_later_but_not_above_the_limit()
    {
        var url = await StartAsync(null);
        using (var head = await SendAsync(HttpMethod.Head, url)) Header(head, "Upload-Defer-Length").ShouldBe("1");
        using (await PatchAsync(url, 0, FilePortal.Pdf[..9])) { }
        await RefusedAsync(await PatchAsync(url, 9, [], length: 104_857_601), HttpStatusCode.RequestEntityTooLarge, "FILE_TOO_LARGE");
        using var last = await PatchAsync(url, 9, FilePortal.Pdf[9..], length: FilePortal.Pdf.Length);
        Header(last, "X-File-Id").ShouldNotBeNull();
    }

    [Fact, Requirement("ATT-18", "PLT-19")]
    public async Task Anothers_upload_and_none_look_alike_and_an_ended_one_is_gone()
    {
        var url = await StartAsync(100);
        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Patch, HttpMethod.Delete })
        {
            (await SendAsync(method, url, offset: 0, bytes: [1], client: files.Other)).StatusCode.ShouldBe(HttpStatusCode.NotFound, method.Method);
            (await SendAsync(method, "/uploads/none", offset: 0, bytes: [1], client: files.Other)).StatusCode.ShouldBe(HttpStatusCode.NotFound, method.Method);
        }
        (await SendAsync(HttpMethod.Delete, url)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync(HttpMethod.Head, url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact, Requirement("ATT-18")]
    public async Task An_expired_upload_says_so()
    {
        await using var portal = await TestPortal.StartAsync();
        using var before = await ClientAsync(portal);
        using var created = await CreateAsync(100, client: before);
        var url = created.Headers.Location!.ToString();
        portal.Clock.Advance(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        using var again = await ClientAsync(portal);
        (await SendAsync(HttpMethod.Head, url, client: again)).StatusCode.ShouldBe(HttpStatusCode.OK);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        using var expired = await SendAsync(HttpMethod.Patch, url, offset: 0, bytes: [1], client: again);
        await RefusedAsync(expired, HttpStatusCode.Gone, "UPLOAD_EXPIRED");
    }

    [Fact, Requirement("ATT-18")]
    public async Task GraphQL_starts_and_completes_an_upload()
    {
        var started = await files.Api.SendAsync(
            "mutation($s: Long!) { startUpload(input: { name: \"stay.pdf\", size: $s, contentType: \"application/pdf\" }) { upload { id url maxBytes expiresAt } errors { ... on Error { code } } } }",
            new { s = FilePortal.Pdf.Length });
        var upload = started.Data("startUpload", "upload");
        using (var sent = await PatchAsync(upload.GetProperty("url").GetString()!, 0, FilePortal.Pdf)) sent.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var file = (await CompleteAsync(upload.GetProperty("url").GetString()!)).Data("completeUpload", "file");
        file.GetProperty("sizeBytes").GetInt64().ShouldBe(FilePortal.Pdf.Length);
        (await files.Api.SendAsync("mutation { startUpload(input: { name: \"a.pdf\", size: 104857601 }) { upload { id } errors { ... on FileTooLargeError { code limitBytes } } } }"))
            .PayloadCodes("startUpload").ShouldBe(["FILE_TOO_LARGE"]);
    }

    private static async Task<HttpClient> ClientAsync(TestPortal portal) =>
        new() { BaseAddress = portal.Address, DefaultRequestHeaders = { Authorization = new("Bearer", (await portal.SignInAsync("demo.billing")).Token) } };

    private async Task<string> StartAsync(long? length)
    {
        using var created = await CreateAsync(length);
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        return created.Headers.Location!.ToString();
    }

    private async Task<HttpResponseMessage> CreateAsync(long? length, string? name = "stay.pdf", byte[]? bytes = null, HttpClient? client = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/uploads") { Headers = { { "Tus-Resumable", "1.0.0" } } };
        request.Headers.Add(length is null ? "Upload-Defer-Length" : "Upload-Length", $"{length ?? 1}");
        if (name is not null) request.Headers.Add("Upload-Metadata", $"filename {Convert.ToBase64String(Encoding.UTF8.GetBytes(name))},empty");
        if (bytes is not null) request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = new(PartType) } };
        return await (client ?? files.Http).SendAsync(request);
    }

    private Task<HttpResponseMessage> PatchAsync(string url, long offset, byte[] bytes, string? checksum = null, long? length = null) =>
        SendAsync(HttpMethod.Patch, url, offset, bytes, checksum: checksum, length: length);

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string url, long? offset = null, byte[]? bytes = null, string type = PartType, string? version = "1.0.0", string? checksum = null,
        long? length = null, HttpClient? client = null)
    {
        var request = new HttpRequestMessage(method, url);
        if (version is not null) request.Headers.Add("Tus-Resumable", version);
        if (offset is not null) request.Headers.Add("Upload-Offset", $"{offset}");
        if (length is not null) request.Headers.Add("Upload-Length", $"{length}");
        if (checksum is not null) request.Headers.Add("Upload-Checksum", checksum);
        if (bytes is not null && method == HttpMethod.Patch) request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = new(type) } };
        return await (client ?? files.Http).SendAsync(request);
    }

    private Task<ApiAnswer> CompleteAsync(string url) => files.Api.SendAsync(
        "mutation($id: ID!) { completeUpload(input: { uploadId: $id }) { file { id sizeBytes scanState } errors { ... on Error { code } } } }", new { id = url["/uploads/".Length..] });

    private static async Task RefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        answer.StatusCode.ShouldBe(status);
        (await FilePortal.CodeAsync(answer)).ShouldBe(code);
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
