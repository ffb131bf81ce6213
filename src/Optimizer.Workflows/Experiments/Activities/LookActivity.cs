using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Statistics.Designs;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Experiments.Activities;

/// <summary>The daily look: judges all complete days, and stores the decision with all it was made from (S0-039, S0-040, S0-045).</summary>
internal sealed class LookActivity(World world, TermsReader terms)
{
    private const double Floor = 0.1;

    // What begins within the hour of a tick began with it.
    private static readonly TimeSpan Punctual = TimeSpan.FromHours(1);

    public static Activity<ExperimentOrder, LookReading> Handle { get; } = new(ActivityNames.ExperimentLook);

    public async Task<LookReading> RunAsync(ActivityContext context, ExperimentOrder order)
    {
        var (state, cancel) = (order.State, context.CancellationToken);
        var inForce = await terms.SinceAsync(state.Play, state.DefinitionHash, cancel);
        var (play, policy) = (inForce.Play, inForce.Policy);
        var today = TickClock.LocalDay(order.At, play.Monitor.TimeZone);
        var all = await world.Exposures.ReadAsync(play, state.Id, state.StartedAt, order.At, cancel);
        var evidence = all with { Days = [.. all.Days.Where(day => day.Day < today)] };
        var next = TickClock.Next(order.At, play.Monitor.At, play.Monitor.TimeZone);
        var elapsed = today.DayNumber - TickClock.LocalDay(state.StartedAt, play.Monitor.TimeZone).DayNumber;
        var rules = Rules(state, policy, order.At, elapsed);
        if (evidence.Days.Count == 0)
        {
            return new()
            {
                Day = 0,
                Decision = "",
                Elapsed = elapsed,
                EndDay = state.EndDay,
                Extensions = state.Extensions,
                Kind = DecisionKind.Extend,
                LastDay = (int)rules.LastDay,
                NextLook = next,
                PeriodDays = rules.EndDay,
                Policy = inForce.PolicyHash,
            };
        }

        var judged = EvidenceRule.Judge(evidence, rules, policy.MaxSecondaryDegradation);
        var record = new DecisionRecord
        {
            At = order.At,
            Decision = judged.Decision,
            Evidence = evidence,
            Experiment = state.Id,
            Id = $"{state.Id}.{judged.Days}",
            MaxSecondaryDegradation = policy.MaxSecondaryDegradation,
            Play = state.Play,
            Policy = inForce.Reference,
            Rules = rules,
        };
        var entry = PrepareActivity.About(state) with { At = order.At, Event = new DecisionMade(record) };

        // What is stored first is what counts: after a failure the source may say something else of the same day.
        var stored = ((DecisionMade)(await world.Audit.AppendAsync($"{state.Id}/look-{judged.Days}", entry, cancel)).Entry.Event).Record;
        rules = stored.Rules;
        judged = EvidenceRule.Judge(stored.Evidence, rules, stored.MaxSecondaryDegradation);
        var extension = Extension(state, judged, rules);
        if (extension > state.Extensions)
        {
            await world.Audit.AppendAsync($"{state.Id}/extension-{extension}", entry with
            {
                Event = new ExperimentExtended(extension, state.StartedAt.AddDays(rules.EndDay * (1 + extension)), judged.Decision.Reasons[0]),
            }, cancel);
        }

        return Reading(state, judged, rules, inForce, next, extension, stored.Id) with { Elapsed = elapsed };
    }

    /// <summary>
    /// Calendar days count as days, but nothing is decided before so many whole ones have passed (S0-036): an experiment that began long after
    /// the hour of the looks, or a look that was late by an outage and came after midnight, has a day that is none yet.
    /// </summary>
    private static DecisionRules Rules(ExperimentState state, EffectivePolicy policy, DateTimeOffset at, int elapsed)
    {
        var rules = policy.Rules with { RequiredUnits = state.RequiredUnits };
        var early = Math.Max(0, elapsed - (int)(at - state.StartedAt + Punctual).TotalDays);
        return rules with { MinimumDays = rules.MinimumDays + early, FutilityDay = rules.FutilityDay + early };
    }

    private static int Extension(ExperimentState state, Evaluation judged, DecisionRules rules) =>
        judged.Decision.Kind == DecisionKind.Extend && judged.Days >= state.EndDay && state.Extensions < rules.MaximumExtensions && state.HoldbackDay is null
            ? state.Extensions + 1
            : state.Extensions;

    private static LookReading Reading(
        ExperimentState state, Evaluation judged, DecisionRules rules, PlayTerms inForce, DateTimeOffset next, int extension, string decision)
    {
        var detail = judged.Variants[0];
        var look = detail.Look;
        var sign = look.LowerIsBetter ? -1 : 1;
        var gain = detail.GainInterval;
        return new()
        {
            ChanceToWin = look.ChanceToWin,
            ControlMean = judged.ControlMean,
            Day = judged.Days,
            Decision = decision,
            DetectableLift = detail.DetectableLiftDaily,
            Elapsed = judged.Days,
            EndDay = rules.EndDay * (1 + extension),
            Extensions = extension,
            Gain = look.Gain,
            Highest = gain?.Upper,
            Kind = judged.Decision.Kind,
            LastDay = (int)rules.LastDay,
            Lowest = gain?.Lower,
            NextLook = next,
            PeriodDays = rules.EndDay,
            Policy = inForce.PolicyHash,
            Reasons = judged.Decision.Reasons,
            Shrunken = detail.Shrunk is { } shrunk ? sign * (Math.Exp(shrunk.Mean) - 1) : null,
            Throttle = judged.Decision.Throttle.Count > 0 ? judged.Decision.Throttle.Values.Min() : null,
            Units = look.ControlUnits + look.VariantUnits,
            VariantMean = look.VariantMean,
            Weights = inForce.Policy.IsBandit && judged.Days >= rules.MinimumDays && look.FewestUnits >= ThompsonAllocation.EnoughUnits
                ? Shares(look.ChanceToWin)
                : null,
        };
    }

    // Whole hundredths: shares that move by less would only split the evidence into more strata.
    private static double[] Shares(double chance)
    {
        var weights = ThompsonAllocation.WithFloor([1 - chance, chance], Floor);
        var variant = Math.Round(weights[1], 1);
        return [1 - variant, variant];
    }
}
