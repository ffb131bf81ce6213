using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Pages.PlayDetail;

/// <summary>How far a play may act alone, and what its scorecard says of the next step.</summary>
/// <param name="Level">Now.</param>
/// <param name="Since">When it got it.</param>
/// <param name="To">What the scorecard would give it now; the level itself when nothing changes.</param>
/// <param name="Gates">Every gate with its number, those that are missing first.</param>
public sealed record AutonomyPart(Autonomy Level, DateTimeOffset Since, GraduationRuling To, IReadOnlyList<string> Gates)
{
    /// <summary>What the level means, in words.</summary>
    public string Means => Level switch
    {
        Autonomy.Shadow => "runs the whole loop and changes nothing outside",
        Autonomy.Advisory => "suggests to people and cannot act",
        Autonomy.Semi => "acts after an approval, every time",
        Autonomy.Full => "does alone what policy allows",
        _ => throw new InvalidOperationException($"unknown level of autonomy: {Level}"),
    };
}
