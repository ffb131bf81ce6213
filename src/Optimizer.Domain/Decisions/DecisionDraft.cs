using Optimizer.Domain.Experiments;
using static Optimizer.Domain.Words;

namespace Optimizer.Domain.Decisions;

/// <summary>A decision while its steps are gone through: who is still in, what was noted on the way.</summary>
internal sealed class DecisionDraft
{
    // Five per cent within a day is inside the noise of small traffic; it counts with this chance to be better (C04).
    private const double LikelyHarm = 0.1;
    private const double Slack = 1e-12;

    private readonly List<string> _notes = [];
    private readonly List<string> _dropped = [];
    private readonly List<string> _harm = [];
    private readonly SortedDictionary<string, string> _throttle = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Trigger> _triggers;

    public DecisionDraft(ExperimentReading reading, DecisionRules rules)
    {
        Reading = reading;
        Rules = rules;
        Alive = [.. reading.Variants];
        _triggers = [.. reading.Variants.SelectMany(variant => Triggers.Of(variant, rules.Stated))];
    }

    public ExperimentReading Reading { get; }

    public DecisionRules Rules { get; }

    /// <summary>Variants not taken out for harm.</summary>
    public List<VariantReading> Alive { get; }

    /// <summary>Variants still in, the likeliest to win first.</summary>
    public IEnumerable<VariantReading> Ranked => Alive
        .OrderByDescending(variant => variant.Today.ChanceToWin)
        .ThenByDescending(variant => variant.Today.Gain ?? double.PositiveInfinity);

    public VariantReading Best => Ranked.First();

    /// <summary>True from the first adoption day on; an experiment without dates is over, and its owner vouches for its length.</summary>
    public bool OldEnough => Reading.Day is null || Reading.Day >= Rules.MinimumDays;

    public bool HasUnits(VariantLook look) => look.FewestUnits >= Rules.MinimumUnits;

    /// <summary>Notes what a reader should know beside the reason; once, however many steps come across it.</summary>
    public void Note(string note)
    {
        if (!_notes.Contains(note))
        {
            _notes.Add(note);
        }
    }

    public void Drop(string variant, string why)
    {
        Alive.RemoveAll(reading => reading.Name == variant);
        _dropped.Add(variant);
        _harm.Add(why);
    }

    /// <summary>Stated harm that is not proven yet costs the variant its traffic, not its life.</summary>
    public void ThrottleIfLosing(VariantReading variant)
    {
        if (Fired(variant.Name, Triggers.Drop30, RuleMode.Guarded) is { } drop)
        {
            Throttle(variant.Name, $"{variant.Name} keeps {Limit(Rules.ThrottleShare)} of traffic until the evidence decides: {drop.Text}.");
        }
        else if (Fired(variant.Name, Triggers.Drop5Over24Hours, RuleMode.Guarded) is { } day && variant.LastDay?.ChanceToWin <= LikelyHarm)
        {
            Throttle(variant.Name, $"{variant.Name} keeps {Limit(Rules.ThrottleShare)} of traffic until the evidence decides: {day.Text}.");
        }
        else if (Fired(variant.Name, Triggers.BelowControlAfter120, RuleMode.Guarded) is { } below
            && variant.Today.ChanceToWin < Rules.ThrottleChance)
        {
            Throttle(variant.Name,
                $"{variant.Name} keeps {Limit(Rules.ThrottleShare)} of traffic: {below.Text}, chance to be better {Chance(variant.Today.ChanceToWin)}, limit {Limit(Rules.ThrottleChance)}.");
        }
    }

    /// <summary>A stated stop rule whose profile lets it act by itself.</summary>
    public Trigger? LiteralHarm(VariantReading variant) =>
        Fired(variant.Name, Triggers.Drop30, RuleMode.Literal)
        ?? Fired(variant.Name, Triggers.Drop5Over24Hours, RuleMode.Literal)
        ?? (variant.Today.ChanceToWin <= Rules.Stated.BelowControlAfter120.Limit
            ? Fired(variant.Name, Triggers.BelowControlAfter120, RuleMode.Literal)
            : null);

    /// <summary>A stated promotion rule whose profile lets it act by itself, on the best variant it fired for.</summary>
    public Trigger? LiteralGain() => Alive
        .OrderByDescending(variant => variant.Today.Gain ?? double.PositiveInfinity)
        .Select(variant => Fired(variant.Name, Triggers.Plus20, RuleMode.Literal)
            ?? Fired(variant.Name, Triggers.Chance90, RuleMode.Literal)
            ?? Fired(variant.Name, Triggers.Plus10For48Hours, RuleMode.Literal))
        .FirstOrDefault(trigger => trigger is not null);

    /// <summary>From the second week on an adoption needs an effect that is still there after the first.</summary>
    public bool Lasts(VariantReading variant)
    {
        if (Rules.NoveltyFromDay is not { } from || Reading.Day < from || variant.Novelty is not { } novelty)
        {
            return true;
        }

        var sign = variant.Today.LowerIsBetter ? -1 : 1;
        if (sign * novelty.LateLogRatio > 0 && sign * novelty.Z > Rules.NoveltyZ)
        {
            return true;
        }

        Note($"The gain of {variant.Name} fades: after the first week it is {Change(sign * (Math.Exp(novelty.LateLogRatio) - 1))}, "
            + $"{Amount(sign * novelty.Z)} standard errors from the first week's (limit {Amount(Rules.NoveltyZ)}). A novelty is not adopted.");
        return false;
    }

    /// <summary>True when the chance to win that goes live was held for 48 hours, or stands at the end of what has no dates.</summary>
    public bool HoldsChance(VariantReading variant) => Reading.Day is null ? Holds(variant.Today) : variant.HeldFor48Hours(Holds);

    /// <summary>
    /// Why the end is put off: at the end of a period one more of this traffic reaches the size the hypothesis needs, or a
    /// period so granted still runs. The pace is that of all days so far, so a reading alone tells the same on every day.
    /// </summary>
    public string? WorthAnotherPeriod()
    {
        if (Rules.RequiredUnits is not { } required || Reading.Day is not { } day || day >= Rules.LastDay)
        {
            return null;
        }

        var units = Alive.Min(variant => variant.Today.FewestUnits);
        var end = day / Rules.EndDay * Rules.EndDay;
        var next = end + Rules.EndDay;
        var (then, projected) = ((double)units * end / day, (double)units * next / day);
        if (then >= required || projected < required)
        {
            return null;
        }

        return day == end
            ? $"{Count(units)} of the {Count(required)} units per variant that the hypothesis needs; one more period of {Days(Rules.EndDay)} reaches {Count(projected)} (extension {end / Rules.EndDay} of {Rules.MaximumExtensions})."
            : $"Day {day} of {next}: the end was put off to reach the {Count(required)} units per variant that the hypothesis needs; there are {Count(units)} now.";
    }

    /// <summary>A variant's chance with its comparison, in words.</summary>
    public string Likely(VariantReading variant) =>
        $"{variant.Name} has a chance of {Chance(variant.Today.ChanceToWin)} to be better ({Compared(variant)})";

    /// <summary>The two means and the lift, in words.</summary>
    public string Compared(VariantReading variant)
    {
        var look = variant.Today;
        var unit = look.FewestActive is null;
        return $"{Show(look.VariantMean)} against {Show(look.ControlMean)} in {Reading.Control} ({Change(look.Lift)})";

        string Show(double mean) => unit ? Percent(mean) : mean.ToString("#,0.####", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The decision; traffic is only throttled while the experiment goes on.</summary>
    public Decision Make(DecisionKind kind, string? variant, string? why = null) => new(
        kind, variant, _dropped,
        kind == DecisionKind.Extend ? _throttle.Keys.ToDictionary(name => name, _ => Rules.ThrottleShare) : [],
        _triggers,
        [.. why is null ? [] : new[] { why }, .. _harm, .. _throttle.Values.Where(_ => kind == DecisionKind.Extend), .. _notes]);

    // A chance of exactly the limit, computed in floating point, counts as the limit.
    private bool Holds(VariantLook look) => look.ChanceToWin >= Rules.ProvisionalChance - Slack;

    private void Throttle(string variant, string why) => _throttle[variant] = why;

    private Trigger? Fired(string variant, string rule, RuleMode mode) =>
        _triggers.FirstOrDefault(trigger => trigger.Fired && trigger.Variant == variant && trigger.Rule == rule && trigger.Stated.Mode == mode);
}
