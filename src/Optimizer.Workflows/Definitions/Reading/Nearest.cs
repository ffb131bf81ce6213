namespace Optimizer.Workflows.Definitions.Reading;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Nearest
{
    private const int LongestCompared = 64;

    /// <summary>The known word that differs least, letter case, _ and - left aside; null when none is near.</summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        var plain = Plain(word);
        return known
            .Select(each => (Word: each, Distance: Distance(plain, Plain(each))))
            .Where(each => each.Distance <= Math.Max(1, Math.Min(plain.Length, each.Word.Length) / 3))
            .OrderBy(each => each.Distance).ThenBy(each => each.Word, StringComparer.Ordinal)
            .Select(each => each.Word)
            .FirstOrDefault();
    }

    private static string Plain(string word)
    {
        var plain = word.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        return plain.Length > LongestCompared ? plain[..LongestCompared] : plain;
    }

    // Letters left out, put in, changed, or two beside each other swapped.
    private static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                var changed = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(changed, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[a.Length, b.Length];
    }
}
