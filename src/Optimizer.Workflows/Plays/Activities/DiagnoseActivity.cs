using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Plays.Activities;

/// <summary>
/// Gathers the context of an anomaly and asks the strategist (S0-024 to S0-029). An unusable answer is asked for once more, then
/// the fallback is asked; a diagnosis ends in three stored hypotheses or says why not (S0-004).
/// </summary>
internal sealed class DiagnoseActivity(World world, TermsReader terms)
{
    private static readonly (string Section, string[] Variables)[] Context =
    [
        ("targeting", ["audience", "segment", "targeting", "signal", "list"]),
        ("messaging", ["copy", "subject", "headline", "message", "cta", "content", "proof", "offer", "personal"]),
        ("cadence", ["cadence", "time", "timing", "frequency", "schedule"]),
        ("channel mix", ["channel", "budget", "placement", "surface", "partner"]),
    ];

    public static Activity<DiagnoseOrder, DiagnoseAnswer> Handle { get; } = new(ActivityNames.PlayDiagnose);

    public async Task<DiagnoseAnswer> RunAsync(ActivityContext context, DiagnoseOrder order)
    {
        var cancel = context.CancellationToken;
        var inForce = await terms.FormerAsync(order.Play, order.PolicyHash, order.DefinitionHash, cancel);
        var diagnosis = await GatherAsync(inForce, order, cancel);
        var (answer, faults) = await AskAsync(world.Strategist, diagnosis, cancel);
        if (faults.Count > 0)
        {
            (answer, faults) = await AskAsync(world.Strategist, diagnosis, cancel);
        }

        if (faults.Count > 0 && world.FallbackStrategist is { } fallback)
        {
            (answer, faults) = await AskAsync(fallback, diagnosis, cancel);
        }

        var entry = new AuditEntry
        {
            Actor = answer.Source,
            At = order.At,
            Cause = order.Anomaly.Id,
            Event = faults.Count > 0
                ? new DiagnosisFailed(order.Anomaly.Id, string.Join(" ", faults))
                : new HypothesesProposed(
                    order.Anomaly.Id, answer.Source, PayloadHash.Of(answer.Prompt), answer.Prompt,
                    diagnosis.History.Count(point => point.Value is not null), diagnosis.ContextGaps, answer.Hypotheses),
            Play = order.Play,
        };

        // What is stored first is what counts: a second run after a crash uses it too.
        var stored = await world.Audit.AppendAsync($"{order.Play}/hypotheses-{diagnosis.FirstNumber}", entry, cancel);
        if (stored.Entry.Event is not HypothesesProposed proposed)
        {
            return new([], ((DiagnosisFailed)stored.Entry.Event).Why);
        }

        await world.Campaign.NoteAsync(
            order.Play, "Hypotheses", string.Join("\n", proposed.Hypotheses.Select(each =>
                $"{each.Rank}. {each.Change} ({each.Variable}, expected {Domain.Words.Change(each.ExpectedImpact)}, risk {each.Risk})")),
            $"{order.Play}/hypotheses-{diagnosis.FirstNumber}/note", cancel);
        return new(proposed.Hypotheses, null);
    }

    private static async Task<(StrategistAnswer Answer, IReadOnlyList<string> Faults)> AskAsync(
        IStrategist strategist, Diagnosis diagnosis, CancellationToken cancel)
    {
        var answer = await strategist.ProposeAsync(diagnosis, cancel);
        return (answer, HypothesisCheck.Of(diagnosis.Play, answer.Hypotheses).Faults);
    }

    private async Task<Diagnosis> GatherAsync(PlayTerms inForce, DiagnoseOrder order, CancellationToken cancel)
    {
        var play = inForce.Play;
        var kpi = play.Kpis.First(each => each.Key == order.Anomaly.Kpi);
        var last = TickClock.LocalDay(order.At, play.Monitor.TimeZone).AddDays(-1);
        var settings = new List<VariableSetting>();
        foreach (var variable in play.Variables)
        {
            if (await world.Channel.ReadAsync(play, variable, cancel) is { } setting)
            {
                settings.Add(setting);
            }
        }

        var page = await world.Register.ReadAsync(inForce.Policy.Site, play.Slug, order.At, cancel);
        return new()
        {
            Anomaly = order.Anomaly.Id,
            Change = order.Anomaly.Change,
            Class = order.Anomaly.Class,
            Closed = [.. Closed(page.History, inForce.Policy, order.At)],
            ContextGaps = [.. Gaps(play, settings)],
            FirstNumber = order.Made + 1,
            History = await world.Kpis.ReadAsync(play, kpi, last.AddDays(1 - MonitoringRules.HistoryDays), last, cancel),
            Kpi = kpi,
            Play = play,
            Settings = settings,
            Tried = order.Tried,
        };
    }

    private static IEnumerable<string> Closed(ActionHistory history, EffectivePolicy policy, DateTimeOffset at) => history.OfPlay
        .Where(past => past.End == DecisionKind.Revert && past.EndedAt is { } ended && at < ended.AddDays(policy.CooldownDays))
        .Select(past => past.Variable)
        .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Gaps(Play play, List<VariableSetting> settings) => Context
        .Where(section => !settings.Exists(setting => section.Variables.Any(part => setting.Variable.Contains(part, StringComparison.OrdinalIgnoreCase))))
        .Select(section => play.Variables.Any(variable => section.Variables.Any(part => variable.Key.Contains(part, StringComparison.OrdinalIgnoreCase)))
            ? $"{section.Section}: no channel tells the setting"
            : $"{section.Section}: the play changes nothing of it");
}
