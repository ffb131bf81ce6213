using Optimizer.Statistics.Samples;

namespace Optimizer.Domain.Experiments;

/// <summary>
/// An experiment followed day by day: add a day, read it. Immutable; the cost of a day does not grow with the days
/// before it.
/// </summary>
/// <typeparam name="TSample">The metric's sufficient statistic.</typeparam>
public sealed class ExperimentProgress<TSample>
    where TSample : struct, IMergeableSample<TSample>
{
    private readonly Func<Tally<TSample>, int, VariantLook> _look;
    private readonly IReadOnlyList<IReadOnlyList<VariantLook>> _looks;
    private readonly Tally<TSample> _firstWeek;
    private readonly Tally<TSample> _later;

    /// <param name="variants">Names, control first; at least two, all different.</param>
    /// <param name="look">How the metric is looked at.</param>
    /// <exception cref="ArgumentException">Fewer than two variants, or two of one name.</exception>
    public ExperimentProgress(IReadOnlyList<string> variants, Func<Tally<TSample>, int, VariantLook> look)
        : this(Checked(variants), look, 0, Tally<TSample>.Empty, Tally<TSample>.Empty, Tally<TSample>.Empty, null, [])
    {
        ArgumentNullException.ThrowIfNull(look);
    }

    private ExperimentProgress(
        IReadOnlyList<string> variants, Func<Tally<TSample>, int, VariantLook> look, int day, Tally<TSample> all, Tally<TSample> firstWeek,
        Tally<TSample> later, ExperimentDay<TSample>? lastDay, IReadOnlyList<IReadOnlyList<VariantLook>> looks)
    {
        Variants = variants;
        _look = look;
        Day = day;
        All = all;
        _firstWeek = firstWeek;
        _later = later;
        LastDay = lastDay;
        _looks = looks;
    }

    /// <summary>Names, control first.</summary>
    public IReadOnlyList<string> Variants { get; }

    /// <summary>Days seen; 0 before the first.</summary>
    public int Day { get; }

    /// <summary>Everything seen so far.</summary>
    public Tally<TSample> All { get; }

    /// <summary>The day added last; null before the first.</summary>
    public ExperimentDay<TSample>? LastDay { get; }

    /// <summary>One more day, and the look at its end.</summary>
    /// <exception cref="ArgumentException">The day has another number of variants.</exception>
    public ExperimentProgress<TSample> With(ExperimentDay<TSample> day)
    {
        ArgumentNullException.ThrowIfNull(day);
        if (day.Samples.Count != Variants.Count)
        {
            throw new ArgumentException(
                $"the day has {day.Samples.Count} variants, the experiment {Variants.Count}, control included", nameof(day));
        }

        var all = All.With(day);
        var early = Day < Novelty.FirstWeek;
        IReadOnlyList<VariantLook> looks = [.. Enumerable.Range(1, Variants.Count - 1).Select(variant => _look(all, variant))];
        return new(
            Variants, _look, Day + 1, all, early ? _firstWeek.With(day) : _firstWeek, early ? _later : _later.With(day), day,
            [.. _looks.Skip(Math.Max(0, _looks.Count - VariantReading.LooksKept + 1)), looks]);
    }

    /// <summary>What the experiment shows now.</summary>
    /// <param name="guardrails">Readings of the guardrail metrics.</param>
    /// <exception cref="InvalidOperationException">No day has been added.</exception>
    public ExperimentReading Read(params IReadOnlyList<GuardrailReading> guardrails) => Day == 0
        ? throw new InvalidOperationException("an experiment without a day shows nothing yet")
        : new(
            Day,
            Variants[0],
            [.. Enumerable.Range(1, Variants.Count - 1).Select(variant => new VariantReading(
                Variants[variant],
                [.. _looks.Select(looks => looks[variant - 1])],
                _look(Tally<TSample>.Empty.With(LastDay!), variant),
                Novelty.Between(_firstWeek, _later, variant)))],
            guardrails);

    /// <summary>Whether the experiment works, from everything seen so far.</summary>
    public Health Health() => Experiments.Health.Of(All);

    private static IReadOnlyList<string> Checked(IReadOnlyList<string> variants)
    {
        ArgumentNullException.ThrowIfNull(variants);
        return variants.Count >= 2 && variants.Distinct(StringComparer.Ordinal).Count() == variants.Count
            ? variants
            : throw new ArgumentException("control and at least one variant need different names", nameof(variants));
    }
}
