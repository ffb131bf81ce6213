namespace Optimizer.Domain.Policies.Keys;

/// <summary>What somebody may have meant.</summary>
public static class Spelling
{
    /// <summary>The name that begins so, else the one with the fewest letters to change; null when there is none to choose from.</summary>
    public static string? Nearest(string written, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(written);
        return names.OrderBy(name => written.Length > 0 && name.StartsWith(written, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(written, name)).ThenBy(name => name, StringComparer.Ordinal).FirstOrDefault();
    }

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[other.Length];
    }
}
