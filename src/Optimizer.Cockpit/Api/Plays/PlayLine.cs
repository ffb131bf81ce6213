using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Plays;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>A play in a list.</summary>
/// <param name="Id">Its slug.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Autonomy">How far it may act alone.</param>
/// <param name="NextTick">Null once it is stopped.</param>
/// <param name="Experiment">Id of the live one; null for none.</param>
/// <param name="WaitingOn">Id of the open question with its seat; null for none.</param>
/// <param name="LastDecision">Such as onboarding-3 AdoptProven; null before the first.</param>
/// <param name="Kpis">Primary KPIs as the last tick saw them.</param>
/// <param name="Problem">What does not answer; null when all is well.</param>
public sealed record PlayLine(
    string Id, PlayStatus Stage, Autonomy Autonomy, DateTimeOffset? NextTick, string? Experiment, string? WaitingOn, string? LastDecision,
    IReadOnlyList<KpiStand> Kpis, string? Problem)
{
    public static PlayLine Of(InstanceStatus instance)
    {
        var view = PlayViews.Of(instance);
        return new(
            view.Play, view.Status, view.Autonomy, view.Status == PlayStatus.Stopped ? null : view.NextTick, view.Experiment, view.WaitingFor, view.LastDecision, view.Kpis,
            PlayViews.Problem(instance, view.Problem));
    }
}
