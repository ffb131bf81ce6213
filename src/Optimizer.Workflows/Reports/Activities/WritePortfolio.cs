using System.Text;
using Optimizer.Domain.Reports;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Reports.Activities;

/// <summary>Sums the week's briefs to the portfolio's page; gives the key under which the week is delivered.</summary>
public static class WritePortfolio
{
    public static Activity<PortfolioOrder, string> Handle { get; } = new(ActivityNames.ReportPortfolio);

    public static async Task<string> RunAsync(World world, ActivityContext context, PortfolioOrder order)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(order);
        var name = order.Week.Name;
        var absent = order.Missing.Select(one => one.Play).ToHashSet(StringComparer.Ordinal);
        var lines = new List<PortfolioLine>();
        foreach (var slug in (await world.Artifacts.ListAsync(BriefPaths.Folder(name), context.CancellationToken)).Select(BriefPaths.SlugOf))
        {
            if (slug is not null and not BriefPaths.AllPlays && !absent.Contains(slug))
            {
                lines.Add(PortfolioLine.Of(await ReadAsync(world.Artifacts, name, slug, context.CancellationToken)));
            }
        }

        var portfolio = Portfolio.Of(order.Week, lines, order.Missing);
        var path = BriefPaths.Portfolio(name);
        await world.Artifacts.WriteAsync(BriefPaths.Json(path), Payload.Write(portfolio, "the portfolio of", name).ToString(), context.CancellationToken);
        await BriefRecord.WriteAsync(
            world, context, BriefPaths.AllPlays, name, order.At, path, PortfolioBrief.Markdown(portfolio, BriefPaths.PageOf));
        return context.IdempotencyKey;
    }

    private static async Task<PlayWeek> ReadAsync(IArtifactStore artifacts, string week, string slug, CancellationToken stop)
    {
        var path = BriefPaths.Json(BriefPaths.Play(week, slug));
        var text = await artifacts.ReadAsync(path, stop) ?? throw new InvalidOperationException($"{path} is gone although its page is there");
        return new Payload(Encoding.UTF8.GetBytes(text)).ReadAs<PlayWeek>("the brief", path);
    }
}
