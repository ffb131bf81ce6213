using System.Security.Cryptography;
using System.Text;

namespace Optimizer.Workflows;

/// <summary>Binds an approval to the exact change: another change has another hash.</summary>
public static class PayloadHash
{
    private const int Characters = 16;

    /// <summary>16 hexadecimal digits; parts cannot run into each other.</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Length).Append(':').Append(part).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Characters];
    }
}
