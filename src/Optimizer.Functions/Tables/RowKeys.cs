using System.Globalization;
using System.Text;

namespace Optimizer.Functions.Tables;

/// <summary>Keys that a table takes: the characters it refuses are written as their codes; numbers so that they sort as numbers do.</summary>
internal static class RowKeys
{
    private const char Escape = '!';
    private const int LongestKey = 500;

    /// <summary>A key out of any text; different texts give different keys.</summary>
    /// <exception cref="ArgumentException">It is longer than a table takes.</exception>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = new StringBuilder(text.Length);
        foreach (var each in text)
        {
            _ = each is Escape or '/' or '\\' or '#' or '?' or '%' || char.IsControl(each) || char.IsSurrogate(each)
                ? key.Append(Escape).Append(((int)each).ToString("x4", CultureInfo.InvariantCulture))
                : key.Append(each);
        }

        return key.Length <= LongestKey ? key.ToString() : throw new ArgumentException($"'{text[..40]}...' makes a key of {key.Length} characters; at most {LongestKey}", nameof(text));
    }

    /// <summary>A number of up to 19 digits, from 0.</summary>
    public static string Of(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return number.ToString("d19", CultureInfo.InvariantCulture);
    }
}
