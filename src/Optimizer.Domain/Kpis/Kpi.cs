namespace Optimizer.Domain.Kpis;

/// <summary>A goal metric: its name, the way it should move and what a day's figure is.</summary>
public sealed record Kpi
{
    /// <param name="name">As people say it, such as "leads"; not blank.</param>
    /// <param name="direction">Which way is good.</param>
    /// <param name="kind">What a day's figure is made of.</param>
    /// <param name="unit">Unit of a day's figure, such as "USD"; empty when the name says it.</param>
    public Kpi(string name, KpiDirection direction = KpiDirection.HigherIsBetter, KpiKind kind = KpiKind.Count, string unit = "")
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentException($"name is '{name}': a KPI needs a name that people know it by", nameof(name));
        }

        if (!Enum.IsDefined(direction))
        {
            throw new ArgumentOutOfRangeException(nameof(direction), direction, "must be a known direction");
        }

        if (!Enum.IsDefined(kind))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "must be a known kind");
        }

        ArgumentNullException.ThrowIfNull(unit);
        Name = name;
        Direction = direction;
        Kind = kind;
        Unit = unit;
    }

    public KpiDirection Direction { get; }

    public KpiKind Kind { get; }

    public string Name { get; }

    public string Unit { get; }

    /// <summary>Whether a change of this sign is welcome; 0 is <see cref="KpiMovement.None"/>.</summary>
    /// <param name="change">Any number of which only the sign counts.</param>
    public KpiMovement Judge(double change) => change == 0 || double.IsNaN(change)
        ? KpiMovement.None
        : change > 0 == (Direction == KpiDirection.HigherIsBetter) ? KpiMovement.Good : KpiMovement.Bad;
}
