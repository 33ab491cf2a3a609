using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Portal.Graph.Domain.Platform.Files.Scanning;

namespace Portal.Graph.Schema.Tests.Files;

public sealed class PostFileTests(FilePortal files) : IClassFixture<FilePortal>
{
    private const long Limit = 104_857_600;

    [Fact, Requirement("ATT-03", "ATT-17")]
    public async Task A_body_becomes_a_file_with_its_name_type_and_hash()
    {
        var content = new ByteArrayContent(FilePortal.Pdf);
        content.Headers.ContentType = new("application/pdf");
        content.Headers.ContentDisposition = new("attachment") { FileNameStar = "Größe.pdf" };
        content.Headers.Add("Content-Digest", $"sha-256=:{Convert.ToBase64String(SHA256.HashData(FilePortal.Pdf))}:");
        using var answer = await files.Http.PostAsync("/files", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var file = await FilePortal.JsonAsync(answer);
        file.GetProperty("name").GetString().ShouldBe("Größe.pdf");
        file.GetProperty("size").GetInt64().ShouldBe(FilePortal.Pdf.Length);
        file.GetProperty("contentType").GetString().ShouldBe("application/pdf");
        file.GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(FilePortal.Pdf)));
        answer.Headers.Location.ShouldNotBeNull().ToString().ShouldBe($"/files/{file.GetProperty("id").GetString()}");
    }

    [Fact, Requirement("ATT-03")]
    public async Task The_file_of_a_form_becomes_a_file()
    {
        using var form = new MultipartFormDataContent { { new StringContent("kept apart"), "note" }, { new ByteArrayContent(FilePortal.Pdf), "file", "form.pdf" } };
        using var answer = await files.Http.PostAsync("/files", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        (await FilePortal.JsonAsync(answer)).GetProperty("name").GetString().ShouldBe("form.pdf");

        using var two = new MultipartFormDataContent { { new ByteArrayContent(FilePortal.Pdf), "a", "a.pdf" }, { new ByteArrayContent(FilePortal.Pdf), "b", "b.pdf" } };
        (await files.Http.PostAsync("/files", two)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var none = new MultipartFormDataContent { { new StringContent("no file"), "note" } };
        (await FilePortal.CodeAsync(await files.Http.PostAsync("/files", none))).ShouldBe("REQUIRED_FIELD_MISSING");
    }

    public static TheoryData<string, byte[], HttpStatusCode, string> Refused() => new()
    {
        { "empty.pdf", [], HttpStatusCode.UnprocessableEntity, "FILE_EMPTY" },
        { "run.exe", FilePortal.Pdf, HttpStatusCode.UnsupportedMediaType, "FILE_TYPE_NOT_ALLOWED" },
        { "picture.png", FilePortal.Pdf, HttpStatusCode.UnsupportedMediaType, "FILE_TYPE_MISMATCH" },
        { "", FilePortal.Pdf, HttpStatusCode.BadRequest, "REQUIRED_FIELD_MISSING" },
    };

    [Theory, MemberData(nameof(Refused)), Requirement("ATT-03", "ATT-17")]
    public async Task What_cannot_be_taken_is_a_problem_with_its_code(string name, byte[] bytes, HttpStatusCode status, string code)
    {
        using var answer = await files.Http.PostAsync($"/files?name={name}", new ByteArrayContent(bytes));
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("application/problem+json");
        (await FilePortal.CodeAsync(answer)).ShouldBe(code);
    }

    [Fact, Requirement("ATT-18")]
    public async Task A_damaged_file_is_refused_by_its_digest()
    {
        var content = new ByteArrayContent(FilePortal.Pdf);
        content.Headers.Add("Content-Digest", $"sha-256=:{Convert.ToBase64String(SHA256.HashData("other"u8))}:");
        using var answer = await files.Http.PostAsync("/files?name=a.pdf", content);
        ((int)answer.StatusCode).ShouldBe(460);
        (await FilePortal.CodeAsync(answer)).ShouldBe("UPLOAD_CHECKSUM_MISMATCH");
    }

    [Fact, Requirement("ATT-03")]
    public async Task Nobody_uploads_without_a_session_or_the_permission()
    {
        using var anonymous = files.Client(null);
        (await anonymous.PostAsync("/files?name=a.pdf", new ByteArrayContent(FilePortal.Pdf))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var answer = await files.Client((await files.Portal.SignInAsync("demo.frontdesk")).Token).PostAsync("/files?name=a.pdf", new ByteArrayContent(FilePortal.Pdf));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, "the front desk submits COB updates");
    }

    [Fact, Requirement("ATT-06", "ATT-03")]
    public async Task Exactly_100_MB_is_stored_in_flat_memory_and_one_byte_more_is_refused()
    {
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        using var stop = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            // The portal runs in this process: what it holds of the file would show here.
            while (!stop.IsCancellationRequested)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
                await Task.Delay(100);
            }
        });
        using var exact = await files.Http.PostAsync("/files?name=large.pdf", new Generated(Limit, chunked: true));
        await stop.CancelAsync();
        await watching;
        exact.StatusCode.ShouldBe(HttpStatusCode.Created, await exact.Content.ReadAsStringAsync());
        (await FilePortal.JsonAsync(exact)).GetProperty("size").GetInt64().ShouldBe(Limit);
        most.ShouldBeLessThan(30_000_000);

        using var chunked = await files.Http.PostAsync("/files?name=large.pdf", new Generated(Limit + 1, chunked: true));
        chunked.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await FilePortal.CodeAsync(chunked)).ShouldBe("FILE_TOO_LARGE");
    }

    [Fact, Requirement("ATT-06")]
    public async Task A_length_above_the_limit_is_refused_before_the_first_byte()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/files?name=large.pdf") { Content = new Generated(Limit + 1, chunked: false) };
        request.Headers.ExpectContinue = true;
        using var answer = await files.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await FilePortal.CodeAsync(answer)).ShouldBe("FILE_TOO_LARGE");
        ((Generated)request.Content).Sent.ShouldBe(0);
    }

    [Fact, Requirement("ATT-17")]
    public async Task The_test_virus_is_never_given_out()
    {
        var file = await files.FileAsync(Encoding.ASCII.GetBytes(TestSignatureScanner.Eicar), "eicar.txt");
        (await files.ScannedAsync(file.GetProperty("id").GetString()!)).ShouldBe("INFECTED");
        using var download = await files.Http.GetAsync(file.GetProperty("url").GetString());
        download.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await FilePortal.CodeAsync(download)).ShouldBe("FILE_INFECTED");
        using var again = await files.Http.PostAsync("/files?name=again.txt", new StringContent(TestSignatureScanner.Eicar));
        (await FilePortal.CodeAsync(again)).ShouldBe("FILE_INFECTED");
    }

    /// <summary>A PDF's first bytes and nothing, as long as wanted, with or without saying so before.</summary>
    private sealed class Generated(long length, bool chunked) : HttpContent
    {
        public long Sent { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var chunk = new byte[81920];
            "%PDF-1.7\n"u8.CopyTo(chunk);
            while (Sent < length)
            {
                var count = (int)Math.Min(chunk.Length, length - Sent);
                await stream.WriteAsync(chunk.AsMemory(0, count));
                Sent += count;
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return !chunked;
        }
    }
}
