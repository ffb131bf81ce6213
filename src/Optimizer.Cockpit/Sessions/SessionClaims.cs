using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Optimizer.Cockpit.Links;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Sessions;

/// <summary>What the cookie of somebody who is signed in says. It holds no secret: the token it came from is looked at again with every request.</summary>
/// <param name="Token">Public part of the token.</param>
/// <param name="Mark">Beginning of the hash of its secret: a token with another secret ends the session.</param>
/// <param name="ExpiresAt">Not valid from here on; whole seconds.</param>
/// <param name="Nonce">128 bits of chance as hexadecimal digits: what forms are bound to.</param>
internal sealed record SessionClaims(string Token, string Mark, DateTimeOffset ExpiresAt, string Nonce)
{
    private const int Longest = 500;
    private const int MarkDigits = 16;
    private const int NonceBytes = 16;

    private static readonly byte[] Purpose = Encoding.ASCII.GetBytes("optimizer session 1\n");
    private static readonly byte[] FormPurpose = Encoding.ASCII.GetBytes("optimizer form 1\n");

    public static SessionClaims Of(AccessToken token, DateTimeOffset expiresAt) =>
        new(token.Id, token.Hash[..MarkDigits], expiresAt, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NonceBytes)));

    /// <summary>Whether the token is still the one that was signed in with, and valid.</summary>
    public bool IsOf(AccessToken token, DateTimeOffset now) =>
        token.FaultAt(now) is null && token.HashesAt(now).Any(hash => hash.StartsWith(Mark, StringComparison.Ordinal));

    /// <summary>The text of the cookie: claims, a point, HMAC-SHA256 over the claims.</summary>
    public string Write(LinkKey key)
    {
        var claims = JsonSerializer.SerializeToUtf8Bytes<object[]>([Token, Mark, ExpiresAt.ToUnixTimeSeconds(), Nonce]);
        return $"{Base64Url.EncodeToString(claims)}.{Base64Url.EncodeToString(key.Sign([.. Purpose, .. claims]))}";
    }

    /// <summary>Reads them back; null for what this key has not signed.</summary>
    public static SessionClaims? Read(string text, LinkKey key)
    {
        if (text.Length > Longest || text.Split('.') is not [{ Length: > 0 } first, { Length: > 0 } second] || !Base64Url.IsValid(first) || !Base64Url.IsValid(second))
        {
            return null;
        }

        // Nothing is read before it is known to be ours.
        var claims = Base64Url.DecodeFromChars(first);
        if (!CryptographicOperations.FixedTimeEquals(key.Sign([.. Purpose, .. claims]), Base64Url.DecodeFromChars(second)))
        {
            return null;
        }

        using var document = JsonDocument.Parse(claims);
        var values = document.RootElement;
        return new(values[0].GetString()!, values[1].GetString()!, DateTimeOffset.FromUnixTimeSeconds(values[2].GetInt64()), values[3].GetString()!);
    }

    /// <summary>What every form of this session carries: another site can make a browser send a form, but not know this.</summary>
    public string FormToken(LinkKey key) => Base64Url.EncodeToString(key.Sign([.. FormPurpose, .. Encoding.ASCII.GetBytes(Nonce)]));

    /// <summary>Whether a form carries it. Compares in constant time.</summary>
    public bool IsFormToken(string? text, LinkKey key) =>
        text is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(FormToken(key)), Encoding.UTF8.GetBytes(text));
}
