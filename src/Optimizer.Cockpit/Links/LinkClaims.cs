using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Links;

/// <summary>What a signed link says: who may answer which question about exactly which change, until when.</summary>
/// <param name="Approval">The question's id.</param>
/// <param name="PayloadHash">Of the change.</param>
/// <param name="Recipient">Who answers with it.</param>
/// <param name="Seat">The highest seat they answer in.</param>
/// <param name="ExpiresAt">Not valid from here on; whole seconds.</param>
/// <param name="Nonce">128 bits of chance as hexadecimal digits: the link is used once.</param>
internal sealed record LinkClaims(string Approval, string PayloadHash, string Recipient, Seat Seat, DateTimeOffset ExpiresAt, string Nonce)
{
    private const int Longest = 2000;

    // What is signed here is a link, and cannot be taken for anything else that the key may ever sign.
    private static readonly byte[] Purpose = Encoding.ASCII.GetBytes("optimizer approval link 1\n");

    /// <summary>The text that stands in the address: claims, a point, HMAC-SHA256 over the claims.</summary>
    public string Write(LinkKey key)
    {
        var claims = JsonSerializer.SerializeToUtf8Bytes<object[]>([Approval, PayloadHash, Recipient, (int)Seat, ExpiresAt.ToUnixTimeSeconds(), Nonce]);
        return $"{Base64Url.EncodeToString(claims)}.{Base64Url.EncodeToString(Signature(key, claims))}";
    }

    /// <summary>Reads them back; null for what this key has not signed.</summary>
    public static LinkClaims? Read(string text, LinkKey key)
    {
        if (text.Length > Longest || text.Split('.') is not [{ Length: > 0 } first, { Length: > 0 } second] || Decoded(first) is not { } claims || Decoded(second) is not { } signature)
        {
            return null;
        }

        // Nothing is read before it is known to be ours.
        if (!CryptographicOperations.FixedTimeEquals(Signature(key, claims), signature))
        {
            return null;
        }

        using var document = JsonDocument.Parse(claims);
        var values = document.RootElement;
        return new(
            values[0].GetString()!, values[1].GetString()!, values[2].GetString()!, (Seat)values[3].GetInt32(),
            DateTimeOffset.FromUnixTimeSeconds(values[4].GetInt64()), values[5].GetString()!);
    }

    private static byte[] Signature(LinkKey key, byte[] claims) => key.Sign([.. Purpose, .. claims]);

    // Canonical only: one link has one text.
    private static byte[]? Decoded(string text)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(text);
            return Base64Url.EncodeToString(bytes) == text ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
