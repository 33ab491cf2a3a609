using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Portal.Graph.BackOffice.Tests.Http;

/// <summary>A member of staff with a browser that has no script: follows links, fills forms, keeps cookies.</summary>
public sealed class StaffClient : IDisposable
{
    private readonly HttpClient _http;

    public StaffClient(Uri address)
    {
        Cookies = new CookieContainer();
        var handler = new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false };
        // The certificates of tests are signed by nobody.
        handler.SslOptions.RemoteCertificateValidationCallback = delegate { return true; };
        _http = new HttpClient(handler) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; }

    public Task<StaffAnswer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public async Task<StaffAnswer> SendAsync(HttpRequestMessage request)
    {
        var response = await _http.SendAsync(request);
        for (var hops = 0; (int)response.StatusCode is 301 or 302 or 303 && hops < 5; hops++)
            response = await _http.GetAsync(response.Headers.Location);
        return await StaffAnswer.ReadAsync(response);
    }

    /// <summary>Sends without following redirects.</summary>
    public Task<HttpResponseMessage> RawAsync(HttpRequestMessage request) => _http.SendAsync(request);

    /// <summary>Presses a button of a form on a page: sends what the form holds, with some fields filled in.</summary>
    public Task<StaffAnswer> SubmitAsync(StaffAnswer page, string buttonSelector, params (string Name, string Value)[] filled)
    {
        var button = page.Document.QuerySelector<IHtmlButtonElement>(buttonSelector)
            ?? throw new InvalidOperationException($"There is no button {buttonSelector} on {page.Address}.");
        var form = button.Form ?? throw new InvalidOperationException("The button has no form.");
        var fields = FieldsOf(form, button).Where(field => filled.All(fill => fill.Name != field.Key)).ToList();
        foreach (var (name, value) in filled)
        {
            if (form.QuerySelector($"[name='{name}']") is null) throw new InvalidOperationException($"The form has no field {name}.");
            fields.Add(new(name, value));
        }
        var action = button.GetAttribute("formaction") ?? form.GetAttribute("action") ?? page.Address;
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, action.Length == 0 ? page.Address : action) { Content = new FormUrlEncodedContent(fields) });
    }

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form, IHtmlButtonElement pressed)
    {
        foreach (var element in form.Elements)
            switch (element)
            {
                case IHtmlInputElement { Name: { Length: > 0 } name } input when input.Type is not ("checkbox" or "radio") || input.IsChecked:
                    yield return new(name, input.Value);
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area:
                    yield return new(name, area.Value);
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select:
                    yield return new(name, select.Value ?? "");
                    break;
            }
        if (pressed.Name is { Length: > 0 } button) yield return new(button, pressed.Value);
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>An answer and its page.</summary>
public sealed record StaffAnswer(HttpStatusCode Status, string Address, IHtmlDocument Document, HttpResponseMessage Response)
{
    public string Text => Document.Body?.TextContent ?? "";
    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";
    public IReadOnlyList<string> Texts(string selector) =>
        [.. Document.QuerySelectorAll(selector).Select(element => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    internal static async Task<StaffAnswer> ReadAsync(HttpResponseMessage response)
    {
        var context = BrowsingContext.New(Configuration.Default);
        var content = await response.Content.ReadAsStringAsync();
        var document = await context.OpenAsync(request => request.Content(content).Address(response.RequestMessage!.RequestUri!.ToString()));
        return new(response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, (IHtmlDocument)document, response);
    }
}
