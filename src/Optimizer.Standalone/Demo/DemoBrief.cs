using System.Text;
using Optimizer.Domain.Reports;
using Optimizer.Workflows;
using Optimizer.Workflows.Ports;
using Optimizer.Workflows.Reports;

namespace Optimizer.Standalone.Demo;

/// <summary>One week's portfolio brief.</summary>
/// <param name="Week">Such as 2026-W20.</param>
/// <param name="Markdown">The page.</param>
internal sealed record DemoBrief(string Week, string Markdown)
{
    /// <summary>The last week in which something was won, else the last in which something ended, else the last; null before the first.</summary>
    public static async Task<DemoBrief?> WorthReadingAsync(IArtifactStore pages, CancellationToken cancellationToken)
    {
        (string Week, int Worth)? best = null;
        foreach (var week in BriefPaths.Weeks(await pages.ListAsync(BriefPaths.All, cancellationToken)))
        {
            var path = BriefPaths.Json(BriefPaths.Portfolio(week));
            if (await pages.ReadAsync(path, cancellationToken) is { } text)
            {
                var portfolio = new Payload(Encoding.UTF8.GetBytes(text)).ReadAs<Portfolio>("the portfolio of", week);
                var worth = portfolio.Wins > 0 ? 2 : portfolio.Counts.Ended > 0 ? 1 : 0;
                best = best is { } found && found.Worth > worth ? found : (week, worth);
            }
        }

        return best is { } chosen && await pages.ReadAsync(BriefPaths.Portfolio(chosen.Week), cancellationToken) is { } page
            ? new(chosen.Week, page)
            : null;
    }
}
