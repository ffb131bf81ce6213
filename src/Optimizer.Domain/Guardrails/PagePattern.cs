namespace Optimizer.Domain.Guardrails;

/// <summary>Whether two pages can be the same one: "/pricing" and "/pri*" overlap (S3-064).</summary>
public static class PagePattern
{
    /// <param name="one">A path; * stands for any text. Letter case and a slash at the end do not count.</param>
    /// <param name="other">Likewise.</param>
    public static bool Overlap(string one, string other)
    {
        var (a, b) = (Plain(one), Plain(other));

        // reach[i, j]: whether the first i characters of one and the first j of the other can be the same text.
        var reach = new bool[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                var (up, left) = (i > 0 && reach[i - 1, j], j > 0 && reach[i, j - 1]);
                reach[i, j] = (i == 0 && j == 0)
                    || (i > 0 && a[i - 1] == '*' && (up || left))
                    || (j > 0 && b[j - 1] == '*' && (up || left))
                    || (i > 0 && j > 0 && a[i - 1] == b[j - 1] && reach[i - 1, j - 1]);
            }
        }

        return reach[a.Length, b.Length];
    }

    private static string Plain(string page)
    {
        var text = page.Trim().ToLowerInvariant();
        return text.Length > 1 ? text.TrimEnd('/') : text;
    }
}
