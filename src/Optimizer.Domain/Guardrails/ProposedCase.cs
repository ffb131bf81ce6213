using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Guardrails;

/// <summary>Everything a guardrail may look at.</summary>
/// <param name="Action">What the loop wants to do.</param>
/// <param name="History">What has been done.</param>
/// <param name="Autonomy">How far the play may act alone, the ceiling of its policy applied.</param>
/// <param name="Policy">What policy says for the play.</param>
public sealed record ProposedCase(ProposedAction Action, ActionHistory History, Autonomy Autonomy, EffectivePolicy Policy)
{
    /// <summary>Begins an experiment.</summary>
    public bool IsStart => Action.Kind == ActionKind.StartExperiment;

    /// <summary>Changes what people meet, in the direction of something new.</summary>
    public bool IsChange => Action.Kind is ActionKind.StartExperiment or ActionKind.AdoptVariant;

    /// <summary>Names a hypothesis that would be tried, now or when its turn comes.</summary>
    public bool IsTry => Action.Kind is ActionKind.StartExperiment or ActionKind.TryHypothesis;

    /// <summary>Takes something new away again.</summary>
    public bool IsWayOut => Action.Kind is ActionKind.RestoreControl or ActionKind.ThrottleVariant;

    /// <summary>Experiments of the site, those of the play included, each once.</summary>
    public IEnumerable<PastExperiment> OnSite => History.OfSite.Concat(History.OfPlay)
        .Where(past => past.Site == Policy.Site)
        .DistinctBy(past => past.Id, StringComparer.Ordinal);

    /// <summary>Experiments of this play only, whoever handed in the list.</summary>
    public IEnumerable<PastExperiment> OfPlay => History.OfPlay.Where(past => past.Play == Action.Play);

    /// <summary>Where a limit comes from, in brackets after its sentence.</summary>
    public string From(string key) => Policy.Values.TryGetValue(key, out var value)
        ? value.Place is { } place ? $" ({key}, {value.Scope}, {place})" : $" ({key}, {value.Scope})"
        : $" ({key})";
}
