using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Features;

namespace Portal.Graph.BackOffice.Shared.Access;

/// <summary>
/// ACC-23: over TLS every cookie of the pages is a <c>__Host-</c> one, which browsers take only from this very host, for all its paths and
/// over TLS, so that no neighbouring name and no plain connection can plant or read one. Pages know their cookies by the plain names, which
/// are the names on a plain connection (the demo on one's own machine); under those nothing is taken over TLS.
/// </summary>
internal sealed class HostCookies(RequestDelegate next)
{
    internal const string Prefix = "__Host-";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.IsHttps)
        {
            context.Features.Set<IRequestCookiesFeature>(new RequestCookiesFeature(new Sent(context.Request.Cookies)));
            context.Features.Set<IResponseCookiesFeature>(new Given(context.Response.Cookies));
        }
        return next(context);
    }

    private sealed class Sent(IRequestCookieCollection cookies) : IRequestCookieCollection
    {
        private readonly Dictionary<string, string> _byName = cookies
            .Where(one => one.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(one => one.Key[Prefix.Length..], one => one.Value, StringComparer.Ordinal);

        public string? this[string key] => _byName.GetValueOrDefault(key);
        public int Count => _byName.Count;
        public ICollection<string> Keys => _byName.Keys;

        public bool ContainsKey(string key) => _byName.ContainsKey(key);

        public bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => _byName.TryGetValue(key, out value);

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _byName.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Given(IResponseCookies cookies) : IResponseCookiesFeature, IResponseCookies
    {
        public IResponseCookies Cookies => this;

        public void Append(string key, string value) => Append(key, value, new());

        public void Append(string key, string value, CookieOptions options) => cookies.Append(Prefix + key, value, OfHost(options));

        public void Delete(string key) => Delete(key, new());

        public void Delete(string key, CookieOptions options) => cookies.Delete(Prefix + key, OfHost(options));

        private static CookieOptions OfHost(CookieOptions options) => new(options) { Path = "/", Domain = null, Secure = true };
    }
}
