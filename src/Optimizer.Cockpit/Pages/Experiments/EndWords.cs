using Optimizer.Domain.Decisions;

namespace Optimizer.Cockpit.Pages.Experiments;

/// <summary>Pills of how experiments end.</summary>
public static class EndWords
{
    public static string Kind(DecisionKind end) => end switch
    {
        DecisionKind.AdoptProven => "good",
        DecisionKind.AdoptProvisional or DecisionKind.AdoptStated => "warn",
        DecisionKind.Revert or DecisionKind.Halt => "bad",
        DecisionKind.Extend => "busy",
        _ => "",
    };
}
