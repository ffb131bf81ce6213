using Optimizer.Connectors.Files;

namespace Optimizer.Connectors.Recordings;

/// <summary>Columns that people name alike, so that most files need no option for them.</summary>
internal static class ColumnNames
{
    private static readonly HashSet<string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        "n", "count", "units", "users", "visitors", "unique_visitors", "uniques", "sessions", "impressions", "pageviews",
        "exposures", "exposed", "assigned", "trials", "total", "sample", "sample_size", "samples", "recipients", "sent", "delivered",
        "customers", "players", "displays", "views",
    };

    private static readonly HashSet<string> Variances = new(StringComparer.OrdinalIgnoreCase) { "variance", "var", "s2" };

    /// <summary>The one column whose name says it counts units; null when there is none or several.</summary>
    public static string? FindUnits(IReadOnlyList<string> header, string metric) =>
        Single(header.Where(name => Units.Contains(Plain(name)) && name != metric));

    public static string? FindVariance(IReadOnlyList<string> header) => Single(header.Where(name => Variances.Contains(Plain(name))));

    /// <summary>Splits <c>a/b</c> when both are columns and the whole is not.</summary>
    public static (string Upper, string Lower)? Fraction(DelimitedReader reader, string metric)
    {
        if (reader.TryIndexOf(metric, out _))
        {
            return null;
        }

        for (var at = metric.IndexOf('/'); at > 0; at = metric.IndexOf('/', at + 1))
        {
            var (upper, lower) = (metric[..at].Trim(), metric[(at + 1)..].Trim());
            if (reader.TryIndexOf(upper, out _) && reader.TryIndexOf(lower, out _))
            {
                return (upper, lower);
            }
        }

        return null;
    }

    private static string? Single(IEnumerable<string> names) => names.Take(2).ToArray() is [var only] ? only : null;

    private static string Plain(string name) => name.Trim().Replace(' ', '_').Replace('.', '_');
}
