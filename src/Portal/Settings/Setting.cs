using System.Globalization;

namespace Portal.Graph.Host.Settings;

/// <summary>A key of the configuration.</summary>
/// <param name="Key">With colons; the environment writes two underscores instead.</param>
/// <param name="Default">What counts when it is not set; empty for nothing.</param>
/// <param name="Kind">What its value must be.</param>
/// <param name="What">What it is for, in a few words.</param>
internal sealed record Setting(string Key, string Default, SettingKind Kind, string What)
{
    /// <summary>What is wrong with the value, with the key's name; null when nothing is.</summary>
    public string? Fault(string value) => Kind.Accepts(value) ? null : $"{Key} must be {Kind.Wanted}; it is {(Kind.IsSecret ? "something else" : $"\"{value}\"")}.";
}

/// <summary>A kind of value.</summary>
/// <param name="Wanted">In words, after "must be".</param>
internal sealed record SettingKind(string Wanted, Func<string, bool> Accepts, bool IsSecret = false)
{
    public static readonly SettingKind Text = new("a text", _ => true);
    public static readonly SettingKind Secret = new("a text", _ => true, IsSecret: true);
    public static readonly SettingKind Switch = new("true or false", value => bool.TryParse(value, out _));
    public static readonly SettingKind Time = new("a time such as 00:00:30", value => TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero);
    public static readonly SettingKind Instant = new("an instant such as 2026-01-31T22:00:00Z", value => DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _));
    public static readonly SettingKind Web = new("a http or https address", value => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https");
    public static readonly SettingKind Key = new("32 bytes in base64", value => IsKey(value), IsSecret: true);
    public static readonly SettingKind Share = new("a number from 0 to 1", value => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1);

    public static SettingKind Number(long from, long to) => new(
        $"a whole number from {from.ToString(CultureInfo.InvariantCulture)} to {to.ToString(CultureInfo.InvariantCulture)}",
        value => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to);

    public static SettingKind OneOf<T>() where T : struct, Enum => OneOf(Enum.GetNames<T>());

    public static SettingKind OneOf(params string[] names) => new(string.Join(" or ", names), value => names.Contains(value, StringComparer.OrdinalIgnoreCase));

    private static bool IsKey(string value)
    {
        var bytes = new byte[64];
        return Convert.TryFromBase64String(value, bytes, out var length) && length == 32;
    }
}
