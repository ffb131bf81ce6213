using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Optimizer.Connectors.Notices;

/// <summary>
/// Says that a body is ours and when it was sent: HMAC-SHA256 under a shared secret over "time.body". The time is signed too, so that an
/// old message cannot be played back for ever.
/// </summary>
public static class WebhookSignature
{
    public const string Header = "Optimizer-Signature";

    /// <summary>The header's value: t=unix seconds,v1=hexadecimal digits in lower case.</summary>
    public static string Of(string secret, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={seconds},v1={Convert.ToHexStringLower(Digest(secret, seconds, body))}";
    }

    /// <summary>As a receiver checks it.</summary>
    /// <param name="secret">The shared secret.</param>
    /// <param name="header">The header's value; anything.</param>
    /// <param name="body">As it came, byte for byte.</param>
    /// <param name="now">The receiver's time.</param>
    /// <param name="tolerance">How far the signed time may be from it, on both sides.</param>
    public static bool IsRight(string secret, string header, ReadOnlySpan<byte> body, DateTimeOffset now, TimeSpan tolerance)
    {
        ArgumentNullException.ThrowIfNull(header);
        var parts = header.Split(',');
        if (parts is not [['t', '=', .. var seconds], ['v', '1', '=', .. var hex]]
            || !long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            || Math.Abs((double)now.ToUnixTimeSeconds() - at) > tolerance.TotalSeconds)
        {
            return false;
        }

        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(hex), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Digest(secret, seconds, body))));
    }

    private static byte[] Digest(string secret, string seconds, ReadOnlySpan<byte> body) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.ASCII.GetBytes(seconds + "."), .. body]);
}
