using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Optimizer.Cockpit.Slack;

/// <summary>Whether Slack sent a request: HMAC-SHA256 under the app's signing secret over "v0:time:body". The time is signed too, so that an old request cannot be played back.</summary>
internal static class SlackSignature
{
    public const string Header = "X-Slack-Signature";
    public const string TimeHeader = "X-Slack-Request-Timestamp";

    /// <summary>How far the signed time may be from ours, on both sides. Within it a request may come again, and is answered as before.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Checks it against each secret in turn, in time that does not depend on what is wrong with it.</summary>
    /// <param name="secrets">Signing secrets; one must fit.</param>
    /// <param name="time">Unix seconds, as sent; anything.</param>
    /// <param name="signature">As sent; anything.</param>
    /// <param name="body">As it came, byte for byte.</param>
    /// <param name="now">Our time.</param>
    public static bool IsRight(IReadOnlyList<string> secrets, string time, string signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || Math.Abs((double)now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds)
        {
            return false;
        }

        var (given, isRight) = (Encoding.UTF8.GetBytes(signature), false);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"v0:{time}:"), .. body];
        foreach (var secret in secrets)
        {
            var right = Encoding.ASCII.GetBytes("v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed)));
            isRight |= CryptographicOperations.FixedTimeEquals(given, right);
        }

        return isRight;
    }
}
