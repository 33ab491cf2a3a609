using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Portal.GraphQL.Building;
using Portal.GraphQL.Execution;
using Portal.GraphQL.Transport;
using Portal.GraphQL.Transport.Uploads;

namespace Portal.GraphQL.Tests.Transport;

[QueryType]
public static class UploadQueries
{
    public static string Hello() => "hello";
}

[MutationType]
public static class UploadMutations
{
    /// <summary>Name, type, length and content, read twice, and how many files lie in the folder meanwhile.</summary>
    public static async Task<string> Store(IUpload file, UploadTests.Folder folder)
    {
        var texts = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var reader = new StreamReader(file.OpenReadStream());
            texts.Add(await reader.ReadToEndAsync());
        }
        texts[0].ShouldBe(texts[1]);
        return $"{file.FileName}|{file.ContentType}|{file.Length}|{(file.Length < 100 ? texts[0] : "")}|{folder.Count}";
    }

    public static int StoreAll(IReadOnlyList<IUpload> files) => files.Sum(f => (int)f.Length);

    public static string? StoreDocument(DocumentInput document) => $"{document.Title}: {document.File?.FileName}";

    public static string Fail(IUpload file) => throw new InvalidOperationException(file.FileName);
}

public sealed record DocumentInput(string Title, IUpload? File = null);

public sealed class UploadTests : IDisposable
{
    private const string Store = """{"query":"mutation($f: Upload!) { store(file: $f) }","variables":{"f":null}}""";

    private readonly TemporaryFolder _folder = new();

    public sealed record Folder(string Path)
    {
        public int Count => Directory.GetFiles(Path).Length;
    }

    public void Dispose() => _folder.Dispose();

    private Task<TestServer> StartAsync(Action<UploadOptions>? configure = null) => TestServer.StartAsync(services =>
    {
        services.AddSingleton(new Folder(_folder.Path));
        services.AddGraphQLServer().AddTypes(typeof(UploadQueries), typeof(UploadMutations)).AddUploads(o =>
        {
            o.Directory = _folder.Path;
            configure?.Invoke(o);
        });
    });

    private static MultipartFormDataContent Form(string operations, string? map, params (string Name, string FileName, string Content)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(operations), "operations" } };
        if (map is not null)
            form.Add(new StringContent(map), "map");
        foreach (var (name, fileName, content) in files)
            form.Add(new StringContent(content, Encoding.UTF8, "text/csv"), name, fileName);
        return form;
    }

    private async Task<HttpResponseMessage> SendAsync(TestServer server, HttpContent content, string? preflight = "GraphQL-Preflight")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        if (preflight is not null)
            request.Headers.Add(preflight, "1");
        var response = await server.Client.SendAsync(request);
        await response.Content.LoadIntoBufferAsync();
        return response;
    }

    /// <summary>Files are deleted just after the answer has gone out.</summary>
    private async Task ShouldBeEmptyAsync()
    {
        for (var i = 0; i < 500 && Directory.GetFiles(_folder.Path).Length > 0; i++)
            await Task.Delay(20);
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("claims.csv", "claims.csv")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\files\\ä.csv", "ä.csv")]
    public async Task A_file_is_on_disk_while_its_request_runs_and_gone_afterwards(string name, string expected)
    {
        await using var server = await StartAsync();
        using var response = await SendAsync(server, Form(Store, """{"0":["variables.f"]}""", ("0", name, "a;b\n1;2")));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.JsonAsync()).GetProperty("data").GetProperty("store").GetString().ShouldBe($"{expected}|text/csv; charset=utf-8|7|a;b\n1;2|1");
        await ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task A_large_file_is_taken_whole()
    {
        await using var server = await StartAsync();
        using var response = await SendAsync(server, Form(Store, """{"0":["variables.f"]}""", ("0", "x", new string('x', 9_000_000))));
        (await response.TextAsync()).ShouldContain("|9000000||1");
        await ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task Files_go_into_lists_inputs_and_the_requests_of_a_batch()
    {
        await using var server = await StartAsync();
        using var list = await SendAsync(server, Form("""{"query":"mutation($f: [Upload!]!) { storeAll(files: $f) }","variables":{"f":[null,null]}}""",
            """{"a":["variables.f.0"],"b":["variables.f.1"]}""", ("a", "a", "123"), ("b", "b", "4567")));
        (await list.TextAsync()).ShouldBe("""{"data":{"storeAll":7}}""");
        using var input = await SendAsync(server, Form("""{"query":"mutation($d: DocumentInput!) { storeDocument(document: $d) }","variables":{"d":{"title":"T","file":null}}}""",
            """{"0":["variables.d.file"]}""", ("0", "a.pdf", "1")));
        (await input.TextAsync()).ShouldBe("""{"data":{"storeDocument":"T: a.pdf"}}""");
        using var batch = await SendAsync(server, Form($"[{Store},{Store}]", """{"0":["0.variables.f","1.variables.f"]}""", ("0", "a", "1")));
        (await batch.JsonAsync()).GetArrayLength().ShouldBe(2);
        (await batch.TextAsync()).ShouldNotContain("errors");
        await ShouldBeEmptyAsync();
    }

    [Theory]
    [InlineData("GraphQL-Preflight")]
    [InlineData("Apollo-Require-Preflight")]
    [InlineData("X-Requested-With")]
    [InlineData(null)]
    [InlineData("X-Other")]
    public async Task Without_a_header_that_no_foreign_page_can_add_it_is_refused(string? header)
    {
        await using var server = await StartAsync();
        using var response = await SendAsync(server, Form(Store, """{"0":["variables.f"]}""", ("0", "a", "1")), header);
        if (header is null or "X-Other")
        {
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await response.CodeAsync()).ShouldBe(HttpErrorCodes.PreflightRequired);
        }
        else
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        await ShouldBeEmptyAsync();
    }

    [Theory]
    [InlineData(Store, null)]
    [InlineData(Store, "[]")]
    [InlineData(Store, """{"0":"variables.f"}""")]
    [InlineData(Store, """{"0":[]}""")]
    [InlineData(Store, """{"0":[1]}""")]
    [InlineData(Store, """{"0":["variables.g"]}""")]
    [InlineData(Store, """{"0":["variables"]}""")]
    [InlineData(Store, """{"0":["query"]}""")]
    [InlineData(Store, """{"0":["variables.f.0"]}""")]
    [InlineData(Store, """{"0":["variables.f","variables.f"]}""")]
    [InlineData(Store, """{"1":["variables.f"]}""")]
    [InlineData(Store, """{}""")]
    [InlineData(Store, """{"0":["variables.f"],"1":["variables.f"]}""")]
    [InlineData("""{"query":"{ hello }","variables":{"f":1}}""", """{"0":["variables.f"]}""")]
    [InlineData("""{"query":"{ hello }","variables":{"f":[null]}}""", """{"0":["variables.f.1"]}""")]
    [InlineData("""{"query":"{ hello }","variables":{"f":[null]}}""", """{"0":["variables.f.-1"]}""")]
    [InlineData("7", """{"0":["variables.f"]}""")]
    public async Task A_map_that_does_not_fit_is_refused(string operations, string? map)
    {
        await using var server = await StartAsync();
        using var response = await SendAsync(server, Form(operations, map, ("0", "a", "1")));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.CodeAsync()).ShouldBe(ErrorCodes.BadRequest);
        await ShouldBeEmptyAsync();
    }

    [Theory]
    [InlineData("{", """{"0":["variables.f"]}""", HttpErrorCodes.InvalidJson)]
    [InlineData(Store, "{", HttpErrorCodes.InvalidJson)]
    [InlineData(Store, """{"0":["variables.f"],"0":["variables.f"]}""", HttpErrorCodes.DuplicateKey)]
    [InlineData("""{"query":"{ hello }","query":"{ hello }"}""", "{}", HttpErrorCodes.DuplicateKey)]
    public async Task Broken_json_in_it_is_refused_as_elsewhere(string operations, string map, string code)
    {
        await using var server = await StartAsync();
        using var response = await SendAsync(server, Form(operations, map, ("0", "a", "1")));
        (await response.CodeAsync()).ShouldBe(code);
    }

    [Theory]
    [InlineData(5, 100, 10, "12345", true)]
    [InlineData(5, 100, 10, "123456", false)]
    [InlineData(100, 10, 10, "12345", true)]
    [InlineData(100, 9, 10, "12345", false)]
    [InlineData(100, 100, 2, "1", true)]
    [InlineData(100, 100, 1, "1", false)]
    public async Task Files_are_bounded_each_together_and_in_number(int each, int together, int number, string content, bool taken)
    {
        await using var server = await StartAsync(o => (o.MaxFileBytes, o.MaxTotalBytes, o.MaxFiles) = (each, together, number));
        using var response = await SendAsync(server, Form("""{"query":"mutation($f: [Upload!]!) { storeAll(files: $f) }","variables":{"f":[null,null]}}""",
            """{"a":["variables.f.0"],"b":["variables.f.1"]}""", ("a", "a", content), ("b", "b", content)));
        response.StatusCode.ShouldBe(taken ? HttpStatusCode.OK : HttpStatusCode.RequestEntityTooLarge);
        if (!taken)
            (await response.CodeAsync()).ShouldBe(ErrorCodes.RequestTooLarge);
        await ShouldBeEmptyAsync();
    }

    [Fact]
    public async Task Files_are_gone_also_after_a_fault_a_refusal_and_a_client_that_goes_away()
    {
        await using var server = await StartAsync();
        using var fault = await SendAsync(server, Form(Store.Replace("store(", "fail(", StringComparison.Ordinal), """{"0":["variables.f"]}""", ("0", "a", "1")));
        (await fault.CodeAsync()).ShouldBe(ErrorCodes.InternalError);
        using var refused = await SendAsync(server, Form(Store.Replace("store(", "nothing(", StringComparison.Ordinal), """{"0":["variables.f"]}""", ("0", "a", "1")));
        (await refused.CodeAsync()).ShouldBe("VALIDATION_ERROR");
        using var gone = new CancellationTokenSource();
        var endless = Form(Store, """{"0":["variables.f"]}""");
        endless.Add(new StreamContent(new EndlessStream(gone)), "0", "a");
        await Should.ThrowAsync<Exception>(async () => await server.Client.SendAsync(new(HttpMethod.Post, "/graphql") { Content = endless, Headers = { { "GraphQL-Preflight", "1" } } }, gone.Token));
        await ShouldBeEmptyAsync();
    }

    [Theory]
    [InlineData("""{"query":"mutation { store(file: \"x\") }"}""", "VALIDATION_ERROR")]
    [InlineData("""{"query":"mutation($f: Upload!) { store(file: $f) }","variables":{"f":"0123456789ABCDEF0123456789ABCDEF"}}""", ErrorCodes.InvalidVariable)]
    public async Task A_file_cannot_be_named_in_a_plain_request(string body, string code)
    {
        await using var server = await StartAsync();
        using var response = await server.PostAsync(body);
        (await response.CodeAsync()).ShouldBe(code);
    }

    [Fact]
    public async Task A_server_that_takes_no_files_refuses_multipart_bodies()
    {
        await using var server = await TestServer.StartAsync(services => services.AddGraphQLServer().AddTypes(typeof(UploadQueries)));
        using var response = await SendAsync(server, Form("""{"query":"{ hello }"}""", "{}"));
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        using var schema = await server.PostAsync("""{"query":"{ __type(name: \"Upload\") { name } }"}""");
        (await schema.TextAsync()).ShouldBe("""{"data":{"__type":null}}""");
    }

    /// <summary>Gives a megabyte, then cancels the request that reads it.</summary>
    private sealed class EndlessStream(CancellationTokenSource gone) : Stream
    {
        private int _given;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if ((_given += buffer.Length) > 1024 * 1024)
                await gone.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return buffer.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => count;
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
