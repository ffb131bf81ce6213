using System.Security.Cryptography;
using System.Text;

namespace Optimizer.Workflows.Ports;

/// <param name="Name">A play's slug, or "policy".</param>
/// <param name="Hash">Of the text, as <see cref="HashOf"/> gives it.</param>
/// <param name="Text">YAML or JSON, one document.</param>
/// <param name="File">Where it came from, for messages.</param>
/// <param name="At">When it came into force.</param>
public sealed record StoredText(string Name, string Hash, string Text, string File, DateTimeOffset At)
{
    private const int Digits = 16;

    /// <summary>First 16 hexadecimal digits of the SHA-256 of the text in UTF-8.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
}
