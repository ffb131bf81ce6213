using Optimizer.Cockpit.Pages.Approvals;

namespace Optimizer.Cockpit.Pages.CommandCenter;

/// <summary>The one page that is opened every morning (S1-132).</summary>
public sealed record CommandCenterModel
{
    /// <summary>Whether nothing wants a person now (S1-033, S1-134).</summary>
    public required bool IsFine { get; init; }

    /// <summary>The rule that says so, with its numbers.</summary>
    public required string Rule { get; init; }

    /// <summary>From when "since you last looked" counts.</summary>
    public required DateTimeOffset Since { get; init; }

    public required IReadOnlyList<SinceLine> News { get; init; }

    /// <summary>High ones first.</summary>
    public required IReadOnlyList<Attention> Attention { get; init; }

    /// <summary>Most urgent questions.</summary>
    public required IReadOnlyList<QueueItem> Questions { get; init; }

    /// <summary>Actions taken in the last 24 hours.</summary>
    public required int Actions { get; init; }

    /// <summary>Plays that are watched: all but the stopped.</summary>
    public required int Monitoring { get; init; }

    public required int Experimenting { get; init; }

    public required int Converged { get; init; }

    public required IReadOnlyList<ActionRow> Recent { get; init; }

    /// <summary>How long the reader looked at pages today, in minutes.</summary>
    public required int MinutesToday { get; init; }

    /// <summary>The median of their days before; null without any.</summary>
    public required int? MinutesUsual { get; init; }

    public int High => Attention.Count(each => each.IsHigh);
}
