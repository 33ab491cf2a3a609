using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Graph.BackOffice.Shared.Display;
using Portal.Graph.Domain.Platform;

namespace Portal.Graph.BackOffice.Shared.Forms;

/// <summary>The options of select fields.</summary>
public static class Choices
{
    /// <summary>Every value of an enum in plain words, markets by the name of their state; <paramref name="none"/> is the first option and means no choice.</summary>
    public static IEnumerable<SelectListItem> Of<T>(string none) where T : struct, Enum =>
        [new(none, ""), .. Enum.GetValues<T>().Select(value => new SelectListItem(value is Market market ? $"{market.StateName()} ({market})" : Show.Words(value), value.ToString()))];

    public static IEnumerable<SelectListItem> Of(params (string Value, string Text)[] options) =>
        options.Select(option => new SelectListItem(option.Text, option.Value));
}
