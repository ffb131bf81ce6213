using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Plays.Activities;

/// <summary>Whether what the play is judged by is measured at all (S0-010, S0-063).</summary>
internal sealed class TrackingCheck(World world)
{
    private const int Days = 7;

    public async Task<TrackingReading> RunAsync(Play play, TickOrder order, CancellationToken cancel)
    {
        var untracked = play.Primary.Where(kpi => !kpi.Measure.IsTracked).Select(kpi => kpi.Key).ToList();
        var events = play.Primary.SelectMany(kpi => kpi.Measure.Events).Distinct(StringComparer.Ordinal).ToList();
        var last = TickClock.LocalDay(order.At, play.Monitor.TimeZone).AddDays(-1);
        if (await world.Kpis.FaultAsync(play, last, cancel) is { } fault)
        {
            return new(untracked, [], fault);
        }

        if (events.Count == 0)
        {
            return new(untracked, []);
        }

        var counts = await world.Kpis.CountAsync(play, events, last.AddDays(1 - Days), last, cancel);
        return new(untracked, [.. events.Where(name => counts.GetValueOrDefault(name) == 0)]);
    }
}
