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
    private readonly Tally<TSample> _today;

    /// <param name="variants">Names, control first; at least two, all different.</param>
    /// <param name="look">How the metric is looked at.</param>
    /// <exception cref="ArgumentException">Fewer than two variants, or two of one name.</exception>
    public ExperimentProgress(IReadOnlyList<string> variants, Func<Tally<TSample>, int, VariantLook> look)
        : this(Checked(variants), look, 0, Tally<TSample>.Empty, Tally<TSample>.Empty, Tally<TSample>.Empty, Tally<TSample>.Empty, [])
    {
        ArgumentNullException.ThrowIfNull(look);
    }

    private ExperimentProgress(
        IReadOnlyList<string> variants, Func<Tally<TSample>, int, VariantLook> look, int day, Tally<TSample> all, Tally<TSample> firstWeek,
        Tally<TSample> later, Tally<TSample> today, IReadOnlyList<IReadOnlyList<VariantLook>> looks)
    {
        Variants = variants;
        _look = look;
        Day = day;
        All = all;
        _firstWeek = firstWeek;
        _later = later;
        _today = today;
        _looks = looks;
    }

    /// <summary>Names, control first.</summary>
    public IReadOnlyList<string> Variants { get; }

    /// <summary>Days seen; 0 before the first.</summary>
    public int Day { get; }

    /// <summary>Everything seen so far.</summary>
    public Tally<TSample> All { get; }

    /// <summary>One more day, and the look at its end.</summary>
    /// <exception cref="ArgumentException">The day has another number of variants.</exception>
    public ExperimentProgress<TSample> With(ExperimentDay<TSample> day) => With([day]);

    /// <summary>One more day during which traffic was divided in one or several ways, and the look at its end: it is one day all the same (S0-036).</summary>
    /// <exception cref="ArgumentException">There is no entry, or one has another number of variants.</exception>
    public ExperimentProgress<TSample> With(IReadOnlyList<ExperimentDay<TSample>> day)
    {
        ArgumentNullException.ThrowIfNull(day);
        if (day.Count == 0)
        {
            throw new ArgumentException("a day needs at least one entry", nameof(day));
        }

        if (day.FirstOrDefault(split => split.Samples.Count != Variants.Count) is { } other)
        {
            throw new ArgumentException(
                $"the day has {other.Samples.Count} variants, the experiment {Variants.Count}, control included", nameof(day));
        }

        var all = Sum(All, day);
        var early = Day < Novelty.FirstWeek;
        IReadOnlyList<VariantLook> looks = [.. Enumerable.Range(1, Variants.Count - 1).Select(variant => _look(all, variant))];
        return new(
            Variants, _look, Day + 1, all, early ? Sum(_firstWeek, day) : _firstWeek, early ? _later : Sum(_later, day),
            Sum(Tally<TSample>.Empty, day),
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
                _look(_today, variant),
                Novelty.Between(_firstWeek, _later, variant)))],
            guardrails);

    /// <summary>Whether the experiment works, from everything seen so far.</summary>
    public Health Health() => Experiments.Health.Of(All);

    private static Tally<TSample> Sum(Tally<TSample> tally, IReadOnlyList<ExperimentDay<TSample>> splits) =>
        splits.Aggregate(tally, (sum, split) => sum.With(split));

    private static IReadOnlyList<string> Checked(IReadOnlyList<string> variants)
    {
        ArgumentNullException.ThrowIfNull(variants);
        return variants.Count >= 2 && variants.Distinct(StringComparer.Ordinal).Count() == variants.Count
            ? variants
            : throw new ArgumentException("control and at least one variant need different names", nameof(variants));
    }
}
