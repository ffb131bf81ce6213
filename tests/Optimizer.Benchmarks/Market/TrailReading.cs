using Optimizer.Connectors.Simulated;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Benchmarks.Market;

/// <summary>What the trail says that a play did, beside what was true of it.</summary>
/// <param name="Trials">Its experiments, in order.</param>
/// <param name="Answers">Times that a person answered.</param>
internal sealed record TrailReading(IReadOnlyList<Trial> Trials, int Answers)
{
    private const double Harm = 0.05;

    public static async Task<TrailReading> OfAsync(IAuditTrail trail, MarketTruth truth, Play play)
    {
        var live = play.Variables.ToDictionary(
            variable => variable.Key, variable => new VariableSetting(variable.Key, variable.Current ?? """{"move":"as_is"}"""), StringComparer.Ordinal);
        var (trials, open, answers) = (new List<Trial>(), (Start: default(DateTimeOffset), Gain: 0.0, HarmsOthers: false), 0);
        var running = false;
        await foreach (var record in trail.ReadAsync(new() { Play = play.Slug }, CancellationToken.None))
        {
            switch (record.Entry.Event)
            {
                case ExperimentStarted started:
                    var (control, variant) = (live[started.Hypothesis.Variable], started.Hypothesis.Setting);
                    open = (started.Start, truth.Gain(play, control, variant), HarmsOthers(truth, play, control, variant));
                    running = true;
                    break;
                case ChangeAdopted adopted:
                    live[adopted.After.Variable] = adopted.After;
                    break;
                case ExperimentEnded ended:
                    trials.Add(new(ended.End, open.Gain, open.HarmsOthers, (record.Entry.At - open.Start).TotalDays, ended.Booked ?? 0));
                    running = false;
                    break;
                case ApprovalAnswered:
                    answers++;
                    break;
                default:
                    break;
            }
        }

        if (running)
        {
            trials.Add(new(null, open.Gain, open.HarmsOthers, 0, 0));
        }

        return new(trials, answers);
    }

    private static bool HarmsOthers(MarketTruth truth, Play play, VariableSetting control, VariableSetting variant) => play.Kpis
        .Where(kpi => kpi.Role is not (KpiRole.Primary or KpiRole.Meta) && kpi.Measure.IsTracked)
        .Any(kpi =>
        {
            var change = ((1 + truth.Change(play, kpi, variant)) / (1 + truth.Change(play, kpi, control))) - 1;
            return (kpi.Direction == KpiDirection.HigherIsBetter ? -change : change) > Harm;
        });
}
