using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Plays;
using Optimizer.Statistics.Designs;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Ports;
using static Optimizer.Domain.Words;

namespace Optimizer.Workflows.Experiments.Activities;

/// <summary>Sizes an experiment, writes its card, and makes the flag, switched off (S0-034, S0-035, S0-037, C48).</summary>
internal sealed class PrepareActivity(World world, TermsReader terms, FreezeGate gate)
{
    private const int SizingDays = 14;
    private static readonly SampleSize Usual = new(Alpha: 0.05, Power: 0.8);

    public static Activity<ExperimentState, Preparation> Handle { get; } = new(ActivityNames.ExperimentPrepare);

    public async Task<Preparation> RunAsync(ActivityContext context, ExperimentState state)
    {
        var cancel = context.CancellationToken;
        var inForce = await terms.SinceAsync(state.Play, state.DefinitionHash, cancel);
        var (play, policy) = (inForce.Play, inForce.Policy);
        var variable = play.Variables.First(each => each.Key == state.Hypothesis.Variable);
        var live = await world.Channel.ReadAsync(play, variable, cancel)
            ?? throw new InvalidOperationException($"the channel {variable.Actuator} does not tell what {variable.Key} is set to");
        var rules = policy.Rules;
        var size = await SizeAsync(play, state, rules.EndDay, cancel);
        var flag = new FlagState(state.Id, state.Play, false, [0.5, 0.5], [live, state.Hypothesis.Setting]);
        var entry = About(state) with
        {
            Event = new ExperimentStarted(
                state.Hypothesis, state.StartedAt, rules.EndDay,
                $"{state.Kpi}: proven better (odds of {Count(rules.ProvenOdds)}) after at least {Days(rules.MinimumDays)} and {Count(rules.MinimumUnits)} units per variant; "
                + $"stopped when harm is proven (odds of {Count(rules.HarmOdds)}) or another KPI falls by more than {Limit(policy.MaxSecondaryDegradation)}",
                ["control", "variant"], flag.Weights, size.Detectable, size.Warnings),
        };

        // Run again after a crash, the card says what was live before anything was touched.
        var record = await world.Audit.AppendAsync($"{state.Id}/started", entry, cancel);
        await new Effects(world.Audit, gate, policy.IsFrozen).MakeAsync(
            $"{state.Id}/flag-0", About(state), new($"{state.Id}/flag-0", $"flag {state.Id}", "", Payload.Of(flag).ToString()),
            async key =>
            {
                await world.Flags.PutAsync(flag, state.StartedAt, key, cancel);
                return "made, switched off";
            },
            cancel);
        var ready = await world.Flags.FindAsync(state.Id, cancel);
        return ready is null || ready.Settings[0].Json != live.Json || ready.Settings[1].Json != state.Hypothesis.Setting.Json
            ? throw new InvalidOperationException($"the flag {state.Id} does not hold what was put: {record.Sequence}")
            : new(live, policy.WatchEveryMinutes, TickClock.Next(state.StartedAt, play.Monitor.At, play.Monitor.TimeZone), rules.EndDay, size.Required,
                inForce.PolicyHash);
    }

    internal static AuditEntry About(ExperimentState state) => new()
    {
        Actor = Plays.Activities.TickBook.Loop,
        At = state.StartedAt,
        Cause = state.Cause,
        Event = new EffectDone("", ""),
        Experiment = state.Id,
        Play = state.Play,
    };

    private async Task<(double? Detectable, long? Required, IReadOnlyList<string> Warnings)> SizeAsync(
        Play play, ExperimentState state, int days, CancellationToken cancel)
    {
        var kpi = play.Kpis.First(each => each.Key == state.Kpi);
        var last = TickClock.LocalDay(state.StartedAt, play.Monitor.TimeZone).AddDays(-1);
        if (kpi.Measure.Denominator?.Event is not { } unit)
        {
            return (null, null, ["The measure names no event that counts units: no detectable lift can be told beforehand."]);
        }

        var counts = await world.Kpis.CountAsync(play, [unit], last.AddDays(1 - SizingDays), last, cancel);
        var points = await world.Kpis.ReadAsync(play, kpi, last.AddDays(1 - SizingDays), last, cancel);
        var figures = points.Select(point => point.Value).OfType<double>().ToList();
        var perDay = (double)counts.GetValueOrDefault(unit) / SizingDays;
        var perGroup = perDay * days * state.Hypothesis.TrafficShare / 2;
        if (figures.Count == 0 || figures.Average() is not (> 0 and < 1) || perGroup < 1)
        {
            return (null, null, [$"{Count(perDay)} units a day: too little is known to tell a detectable lift."]);
        }

        var rate = figures.Average();
        var detectable = Usual.DetectableRiseSequential(rate, perGroup);
        var required = state.Hypothesis.ExpectedImpact > 0 && rate * (1 + state.Hypothesis.ExpectedImpact) < 1
            ? (long?)Math.Ceiling(Usual.OfRateSequential(rate, state.Hypothesis.ExpectedImpact))
            : null;
        return (detectable, required, detectable is null or > 0.5
            ? [$"At {Count(perDay)} units a day only a lift of {Change(detectable)} would be found in {Days(days)}: look for a larger change (C48)."]
            : []);
    }
}
