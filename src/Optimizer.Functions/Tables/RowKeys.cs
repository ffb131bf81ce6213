using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Optimizer.Functions.Tables;

/// <summary>Keys that a table takes: the characters it refuses are written as their codes; numbers so that they sort as numbers do.</summary>
internal static class RowKeys
{
    private const char Escape = '!';

    // A key has at most 512 characters, and may be joined of several.
    private const int LongestKey = 500;
    private const int LongestText = 200;
    private const int Kept = 100;

    // No text gives it: after the escape there are always digits.
    private const string Between = "!-";
    private const string Cut = "!=";

    /// <summary>A key out of any text; different texts give different keys. What is too long ends in its hash.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = new StringBuilder(text.Length);
        foreach (var each in text)
        {
            _ = each is Escape or '/' or '\\' or '#' or '?' or '%' or '\'' || char.IsControl(each) || char.IsSurrogate(each)
                ? key.Append(Escape).Append(((int)each).ToString("x4", CultureInfo.InvariantCulture))
                : key.Append(each);
        }

        return key.Length <= LongestText ? key.ToString() : key.ToString(0, Kept) + Cut + Hash(text);
    }

    /// <summary>A number of up to 19 digits, from 0.</summary>
    public static string Of(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return number.ToString("d19", CultureInfo.InvariantCulture);
    }

    /// <summary>One key out of several, each already a key; different ones give different keys.</summary>
    /// <exception cref="ArgumentException">It is longer than a table takes.</exception>
    public static string Join(params ReadOnlySpan<string> keys)
    {
        var key = string.Join(Between, keys!);
        return key.Length <= LongestKey ? key : throw new ArgumentException($"'{key[..40]}...' is a key of {key.Length} characters; at most {LongestKey}", nameof(keys));
    }

    /// <summary>What all keys begin with that <see cref="Join"/> makes of these and at least one more.</summary>
    public static string Under(params ReadOnlySpan<string> keys) => Join(keys) + Between;

    /// <summary>The end of all keys that begin so, exclusive.</summary>
    public static string After(string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        return prefix[..^1] + (char)(prefix[^1] + 1);
    }

    /// <summary>A key of 64 characters out of texts of any length, for rows that nobody reads in order.</summary>
    public static string Hash(params ReadOnlySpan<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.LongLength));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
