using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;

namespace Optimizer.Cockpit.Api.Experiments;

/// <summary>An experiment in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Play">The play's slug.</param>
/// <param name="IsLive">Whether it still runs.</param>
/// <param name="Change">What it tries, in words.</param>
/// <param name="Variable">What it changes.</param>
/// <param name="StartedAt">When.</param>
/// <param name="EndedAt">Null while it runs.</param>
/// <param name="End">How it ended; null while it runs.</param>
/// <param name="Gain">Observed, a share in the good direction; null while it runs or when it was not measured.</param>
/// <param name="Booked">Improvement that counts.</param>
internal sealed record ExperimentLine(
    string Id, string Play, bool IsLive, string? Change, string? Variable, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, DecisionKind? End, double? Gain, double? Booked)
{
    public static ExperimentLine Of(ExperimentCard card) => new(
        card.Id, card.Play, card.End is null, card.Start?.Hypothesis.Change, card.Start?.Hypothesis.Variable, card.Start?.Start, card.EndedAt, card.End?.End, card.End?.Gain, card.End?.Booked);
}
