using Optimizer.Domain.Plays;

namespace Optimizer.Domain.Policies;

/// <summary>A policy file, read: all scopes with their values and lines.</summary>
public sealed record PolicyBook
{
    private readonly EffectivePolicy _wide = new();

    /// <summary>No file: every play has the profile gtm-play.</summary>
    public static PolicyBook Defaults { get; } = new();

    /// <summary>What it says for one play; the definition itself is the scope "definition", which may tighten and not loosen.</summary>
    public EffectivePolicy For(Play play)
    {
        ArgumentNullException.ThrowIfNull(play);
        return _wide with
        {
            TimeZone = play.Monitor.TimeZone,
            ReportDay = play.Report.Day,
            CooldownDays = Math.Max(_wide.CooldownDays, play.Limits.Cooldown.Days(play.Cycle)),
            FailuresBeforePause = Math.Min(_wide.FailuresBeforePause, play.Limits.FailuresBeforePause),
            Rules = _wide.Rules with
            {
                MinimumUnits = Math.Max(_wide.Rules.MinimumUnits, play.Experiment.MinSamplesPerVariant),
                MinimumDays = Math.Max(_wide.Rules.MinimumDays, play.Experiment.MinDuration.Days(play.Cycle)),
            },
        };
    }
}
