using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Policies.Scopes;

namespace Optimizer.Tests.Domain.Policies;

/// <summary>Plays and policies put together by hand.</summary>
internal static class Books
{
    /// <summary>A play whose definition says nothing beyond what it must.</summary>
    public static Play Plain { get; } = new()
    {
        Slug = "onboarding",
        Name = "Onboarding",
        Channels = ["Email"],
        Kpis =
        [
            new()
            {
                Key = "activation", Role = KpiRole.Primary, Form = KpiForm.Rate, Direction = KpiDirection.HigherIsBetter, Unit = "fraction",
                Measure = new() { Type = MeasureType.Untracked },
            },
        ],
        Monitor = new(),
        Experiment = new(),
        Limits = new(),
        Convergence = new(),
        Report = new(),
    };

    public static PolicyScope Scope(ScopeKind kind, string name, params (string Key, string Value)[] settings) => new()
    {
        Kind = kind,
        Name = name,
        Plays = kind == ScopeKind.Play ? [name] : kind is ScopeKind.Org or ScopeKind.Experiment or ScopeKind.Action ? [] : ["*"],
        Settings = [.. settings.Select((setting, i) => new PolicySetting(setting.Key, setting.Value, $"policy.yaml:{10 + (int)kind}{i}"))],
        Place = $"policy.yaml:{(int)kind}",
    };

    public static PolicyBook Of(params PolicyScope[] scopes) => new() { Version = "1/00000000", Scopes = scopes };
}
