namespace Optimizer.Workflows.Reports;

/// <summary>Where the pages of a week are kept.</summary>
public static class BriefPaths
{
    /// <summary>Stands for the portfolio where a play's slug is asked for.</summary>
    public const string AllPlays = "-";

    private const string Root = "briefs";
    private const string PortfolioPage = "portfolio.md";
    private const string Page = ".md";

    // A slug holds no dot, so no play can take the portfolio's place.
    private const string NamesakePage = "portfolio.play.md";

    public static string Folder(string week) => $"{Root}/{week}";

    public static string Portfolio(string week) => $"{Folder(week)}/{PortfolioPage}";

    public static string Play(string week, string slug) => $"{Folder(week)}/{PageOf(slug)}";

    /// <summary>File name of a play's page in the week's folder.</summary>
    public static string PageOf(string slug) => slug + Page is var page && page == PortfolioPage ? NamesakePage : page;

    /// <summary>The same week as JSON, for programs and for the portfolio's sums.</summary>
    public static string Json(string page) => page[..^Page.Length] + ".json";

    /// <summary>Whose page a path is; <see cref="AllPlays"/> for the portfolio, null for what is no page.</summary>
    public static string? SlugOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name switch
        {
            PortfolioPage => AllPlays,
            NamesakePage => "portfolio",
            _ => name.EndsWith(Page, StringComparison.Ordinal) ? name[..^Page.Length] : null,
        };
    }

    /// <summary>Weeks that paths under the root belong to, oldest first.</summary>
    public static IReadOnlyList<string> Weeks(IEnumerable<string> paths) =>
        [.. paths.Select(path => path.Split('/')).Where(parts => parts is [Root, _, _]).Select(parts => parts[1]).Distinct().Order(StringComparer.Ordinal)];

    public static string All => Root;
}
