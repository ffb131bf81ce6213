using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Optimizer.Domain.Hypotheses;

/// <summary>Recognises a hypothesis that was tried before (C29).</summary>
public static class Fingerprint
{
    private const int Characters = 16;

    /// <summary>16 hexadecimal digits of variable, setting and segment; letter case and runs of blanks do not count.</summary>
    public static string Of(string variable, string setting, string? segment)
    {
        var text = string.Join('\n', new[] { variable, setting, segment ?? "" }.Select(Plain));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Characters];
    }

    private static string Plain(string text) =>
        string.Join(' ', text.ToLower(CultureInfo.InvariantCulture).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
