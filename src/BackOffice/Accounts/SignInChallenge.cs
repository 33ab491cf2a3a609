using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Portal.Graph.BackOffice.Accounts;

/// <summary>What was proved in the first step of a sign-in, sealed with the host's keys for the few minutes that the second takes.</summary>
public sealed class SignInChallenge(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector _protector =
        protection.CreateProtector("Portal.Graph.BackOffice.SignInChallenge").ToTimeLimitedDataProtector();

    public string Seal(string username, string password) => _protector.Protect(JsonSerializer.Serialize(new FirstStep(username, password)), Life);

    /// <summary>Null when it is too old or was not sealed here.</summary>
    public FirstStep? Open(string? challenge)
    {
        if (string.IsNullOrEmpty(challenge)) return null;
        try { return JsonSerializer.Deserialize<FirstStep>(_protector.Unprotect(challenge)); }
        catch (CryptographicException) { return null; }
    }

    public sealed record FirstStep(string Username, string Password);
}
