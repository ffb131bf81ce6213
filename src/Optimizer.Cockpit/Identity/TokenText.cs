using System.Security.Cryptography;
using System.Text;

namespace Optimizer.Cockpit.Identity;

/// <summary>The token as people carry it: opt_ID_SECRET. Only the hash of its secret is kept.</summary>
/// <param name="Id">Public part: 12 hexadecimal digits.</param>
/// <param name="Secret">256 bits of chance, as 64 hexadecimal digits.</param>
public readonly record struct TokenText(string Id, string Secret)
{
    private const string Prefix = "opt_";
    private const int IdDigits = 12;
    private const int SecretDigits = 64;

    public static TokenText Make() => new(
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdDigits / 2)), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretDigits / 2)));

    /// <summary>Null for what is no token of ours.</summary>
    public static TokenText? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == Prefix.Length + IdDigits + 1 + SecretDigits && text.StartsWith(Prefix, StringComparison.Ordinal) && text[Prefix.Length + IdDigits] == '_'
            ? new(text.Substring(Prefix.Length, IdDigits), text[^SecretDigits..])
            : null;
    }

    /// <summary>What is kept of the secret. One SHA-256 is enough for 256 bits of chance: there is nothing to guess.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)));

    /// <summary>Compares in constant time.</summary>
    public bool Matches(string hash) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Hash()), Encoding.UTF8.GetBytes(hash));

    public override string ToString() => $"{Prefix}{Id}_{Secret}";
}
