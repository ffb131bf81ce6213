using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Plays.Activities;

/// <summary>Reads the KPIs that a definition sets limits on, and says which limits are newly broken.</summary>
internal sealed class GuardrailWatch(World world)
{
    /// <summary>All that are broken now; what is new is written and told.</summary>
    public async Task<IReadOnlyList<BrokenGuardrail>> RunAsync(TickBook book, CancellationToken cancel)
    {
        var (order, play) = (book.Order, book.Terms.Play);
        var last = TickClock.LocalDay(order.At, play.Monitor.TimeZone).AddDays(-1);
        var broken = new List<BrokenGuardrail>();
        for (var i = 0; i < play.Guardrails.Count; i++)
        {
            var rule = play.Guardrails[i];
            var kpi = rule.Metric == "primary" ? play.Primary.First() : play.Kpis.FirstOrDefault(each => each.Key == rule.Metric);
            if (kpi?.Measure.IsTracked != true || rule.WhileExperimentOnly && !order.IsLive)
            {
                continue;
            }

            var points = await world.Kpis.ReadAsync(play, kpi, last.AddDays(1 - GuardrailCheck.DaysOf(rule, play.Cycle)), last, cancel);
            if (points.Any(point => point.Value is not null)
                && GuardrailCheck.Judge(rule, $"{i}/{kpi.Key}", kpi, KpiSeries.Create(kpi.ToKpi(), points, sort: true).Required(), last, play.Cycle) is { } found)
            {
                broken.Add(found);
            }
        }

        foreach (var found in broken.Where(each => !order.Broken.Contains(each.Id)))
        {
            book.Add($"guardrail/{found.Id}", new GuardrailBroken(found.Metric, found.Action, found.Why));
            var severity = found.Action is GuardrailAction.Pause or GuardrailAction.Revert or GuardrailAction.HumanReview ? "high" : "warn";
            book.Tell(new(play.Slug, severity, $"{play.Name}: {found.Metric} breaks a guardrail ({found.Action})", found.Why, $"guardrail-{play.Slug}-{found.Id}"));
        }

        return broken;
    }
}
