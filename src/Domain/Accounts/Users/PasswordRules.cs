using System.Collections.Frozen;

namespace Portal.Graph.Domain.Accounts.Users;

/// <summary>ACC-04: what a user name and a password must be. Pure.</summary>
public static class PasswordRules
{
    public const int MinimumLength = 12;
    public const int MinimumNameLength = 6;
    public const int MaximumNameLength = 64;

    private static readonly Lazy<FrozenSet<string>> Commonest = new(() =>
    {
        using var list = typeof(PasswordRules).Assembly.GetManifestResourceStream("commonest-passwords.txt")!;
        return new StreamReader(list).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    });

    /// <summary>The rules the password does not meet, each as a sentence; none when it is good.</summary>
    public static IReadOnlyList<string> Unmet(string password, string username)
    {
        List<string> unmet = [];
        if (password.Length < MinimumLength) unmet.Add($"At least {MinimumLength} characters.");
        if (Commonest.Value.Contains(password)) unmet.Add("Not one of the 1,000 commonest passwords.");
        if (username.Length > 0 && password.Contains(username, StringComparison.OrdinalIgnoreCase)) unmet.Add("Not containing the user name.");
        return unmet;
    }

    public static bool IsUsername(string name) =>
        name.Length is >= MinimumNameLength and <= MaximumNameLength
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@' or '+');

    internal static int CommonestCount => Commonest.Value.Count;
}
