namespace Optimizer.Domain.Policies.Checks;

/// <summary>What another policy would have answered otherwise, in counts.</summary>
/// <param name="Rulings">Looked at.</param>
/// <param name="Allowed">Allowed now; asked or denied then.</param>
/// <param name="Stopped">Denied now; allowed or asked then.</param>
/// <param name="Asked">Asked now; allowed or denied then, or another seat was asked.</param>
public sealed record SimulatedTally(int Rulings, int Allowed, int Stopped, int Asked)
{
    public static SimulatedTally Of(IEnumerable<SimulatedRuling> rulings)
    {
        ArgumentNullException.ThrowIfNull(rulings);
        return rulings.Aggregate(new SimulatedTally(0, 0, 0, 0), (sum, each) => (each.IsChanged, each.Now.Kind) switch
        {
            (false, _) => sum with { Rulings = sum.Rulings + 1 },
            (_, RulingKind.Allow) => sum with { Rulings = sum.Rulings + 1, Allowed = sum.Allowed + 1 },
            (_, RulingKind.Ask) => sum with { Rulings = sum.Rulings + 1, Asked = sum.Asked + 1 },
            (_, RulingKind.Deny) => sum with { Rulings = sum.Rulings + 1, Stopped = sum.Stopped + 1 },
            var (_, kind) => throw new ArgumentOutOfRangeException(nameof(rulings), kind, "unknown answer"),
        });
    }

    /// <summary>Such as "would have allowed 3 more, stopped 1 and asked about 2".</summary>
    public string Text => (Allowed, Stopped, Asked) switch
    {
        (0, 0, 0) => "would have answered everything the same",
        _ => $"would have {Join([.. Parts()])}",
    };

    private IEnumerable<string> Parts()
    {
        if (Allowed > 0)
        {
            yield return $"allowed {Words.Count(Allowed)} more";
        }

        if (Stopped > 0)
        {
            yield return $"stopped {Words.Count(Stopped)}";
        }

        if (Asked > 0)
        {
            yield return $"asked somebody about {Words.Count(Asked)}";
        }
    }

    private static string Join(List<string> parts) => parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
}
