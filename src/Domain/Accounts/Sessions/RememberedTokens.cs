using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Portal.Graph.Domain.Accounts.Sessions;

/// <summary>
/// Verifies our own access tokens, and a token that was found good only once: a signature does not turn bad. Its lifetime is
/// judged at every use, and so is its session, elsewhere. Kept by SHA-256, never as the token itself; not for tokens of an
/// external authority, whose keys change without our knowing.
/// </summary>
public sealed class RememberedTokens(TimeProvider clock) : JsonWebTokenHandler
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<Key, TokenValidationResult> _good = new();

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var key = Key.Of(token);
        if (_good.TryGetValue(key, out var known) && IsAlive(known)) return Copy(known);
        var result = await base.ValidateTokenAsync(token, validationParameters);
        if (!result.IsValid) return result;
        MakeRoom();
        _good[key] = result;
        return Copy(result);
    }

    private bool IsAlive(TokenValidationResult known)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return known.SecurityToken.ValidFrom <= now && now < known.SecurityToken.ValidTo;
    }

    // An identity can be changed by who handles the request: each request has its own.
    private static TokenValidationResult Copy(TokenValidationResult known) => new()
    {
        IsValid = true, ClaimsIdentity = known.ClaimsIdentity.Clone(), SecurityToken = known.SecurityToken, Issuer = known.Issuer, TokenType = known.TokenType,
    };

    private void MakeRoom()
    {
        if (_good.Count < Most) return;
        foreach (var (key, known) in _good)
            if (!IsAlive(known)) _good.TryRemove(key, out _);
        // All of them alive: somebody collects tokens, and each is verified again at its next use.
        if (_good.Count >= Most) _good.Clear();
    }

    private readonly record struct Key(UInt128 Low, UInt128 High)
    {
        public static Key Of(string token)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(Encoding.UTF8.GetBytes(token), hash);
            return new(BitConverter.ToUInt128(hash), BitConverter.ToUInt128(hash[16..]));
        }
    }
}
