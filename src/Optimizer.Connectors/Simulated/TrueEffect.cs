namespace Optimizer.Connectors.Simulated;

/// <summary>What a setting truly does, against the setting that was there at first.</summary>
/// <param name="Gain">Relative gain of the primary KPI in its good direction that lasts.</param>
/// <param name="Novelty">Further gain on the first day, halved every week: people look at what is new.</param>
internal readonly record struct TrueEffect(double Gain, double Novelty)
{
    private const double HalfLifeDays = 7;

    // A variable that matters has gainful settings three times as often as one that hardly does.
    private const double LeastPotency = 0.5;
    private const double MostPotency = 1.5;

    private const double SeriousHarm = 0.05;
    private const double Harm = 0.15;
    private const double Benefit = 0.22;
    private const double Fades = 0.2;

    public double After(int days) => Gain + (Novelty * Math.Pow(2, -Math.Max(0, days) / HalfLifeDays));

    public static TrueEffect Of(ulong playKey, string variable, string json, double scale)
    {
        var variableKey = Chance.Key(Chance.Key(playKey, "effect"), variable);
        var potency = new Chance(variableKey).Between(LeastPotency, MostPotency);
        var chance = new Chance(Chance.Key(variableKey, json));
        var kind = chance.Uniform();
        var size = chance.Uniform();
        var small = 0.008 * chance.Normal();
        var gain = kind switch
        {
            < SeriousHarm => -0.3 - (0.3 * size),
            < SeriousHarm + Harm => -0.02 - (0.08 * size),
            _ when kind < SeriousHarm + Harm + (Benefit * potency) => 0.04 + (0.21 * size * size),
            _ => small,
        };
        var novelty = chance.Uniform() < Fades ? chance.Between(0.03, 0.12) : 0;
        return new(gain * scale, novelty * scale);
    }
}
