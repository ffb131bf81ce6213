using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Pages.PlayDetail;
using Optimizer.Domain;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Domain.Reports;
using Optimizer.Workflows.Experiments;

namespace Optimizer.Cockpit.Pages.Experiments;

/// <summary>Where an experiment stands, in one plain sentence. Pure.</summary>
internal static class ExperimentSentence
{
    public static string Of(ExperimentCard card, ActiveExperiment? now) => (card.End, now) switch
    {
        ({ } end, _) => Units.Stop(Units.Capital(End(end))),
        (null, { } active) => Units.Stop($"{Phase(active.Phase)}: {StatusSentence.Experiment(active)}"),
        (null, null) => card.Start is null ? "It never began." : "It is being settled.",
    };

    private static string End(Domain.Audit.Events.ExperimentEnded end) => end.End == DecisionKind.Halt
        ? $"{DecisionWords.End(end.End)}, after {Words.Count(end.Units)} units"
        : $"{DecisionWords.End(end.End)}: gain {Units.Change(end.Gain)}{(end is { Lowest: { } low, Highest: { } high } ? $", surely {Units.Range(low, high)}" : "")}, "
            + $"{(end.Booked is > 0 and var booked ? $"{Units.Change(booked)} booked" : "nothing booked")}, from {Words.Count(end.Units)} units";

    private static string Phase(ExperimentPhase phase) => phase switch
    {
        ExperimentPhase.Preparing => "Being prepared",
        ExperimentPhase.Running => "Live",
        ExperimentPhase.Asking => "Live, and a person is asked whether it may be adopted",
        ExperimentPhase.Holdback => "Live for 90 % of the traffic until it is proven",
        ExperimentPhase.Settled => "Being settled",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "unknown phase"),
    };
}
