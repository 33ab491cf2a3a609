using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace Portal.Graph.BackOffice.Shared.Confirmation;

/// <summary>What the page asks, and the form that comes along.</summary>
/// <param name="Text">The question.</param>
/// <param name="Consequence">What follows, if it needs saying.</param>
/// <param name="Button">The button that goes on.</param>
/// <param name="Action">Where the form goes on to.</param>
/// <param name="Back">The page that it came from.</param>
/// <param name="Carried">Its fields, without the token.</param>
public sealed partial record Question(
    string Text, string? Consequence, string Button, string Action, string Back, IReadOnlyList<KeyValuePair<string, string>> Carried)
{
    /// <summary>The field by which the second post says that it was asked.</summary>
    internal const string Answer = "confirmed";
    private const string Token = "__RequestVerificationToken";

    internal static Question Of(ConfirmsAttribute asks, HttpRequest request) => new(
        Field().Replace(asks.Question, field => request.Form[field.Groups[1].Value].ToString()),
        asks.Consequence,
        asks.Button,
        $"{request.Path}{request.QueryString}",
        Address(request),
        [.. request.Form.Where(field => field.Key is not (Token or Answer)).SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? ""))]);

    private static string Address(HttpRequest request) => request.Path + QueryString.Create(
        request.Query.Where(part => part.Key is not "handler").Select(part => KeyValuePair.Create(part.Key, new StringValues([.. part.Value]))));

    [GeneratedRegex(@"\{([\w.]+)\}")]
    private static partial Regex Field();
}
