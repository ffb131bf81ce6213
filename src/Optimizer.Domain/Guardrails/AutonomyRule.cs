using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Guardrails;

/// <summary>
/// What the level of autonomy leaves: shadow and advisory change nothing in the world, semi asks for everything (S1-176,
/// C17). It comes after the caps, so that a shadow's ruling also says whether the action would have been possible at all.
/// </summary>
public static class AutonomyRule
{
    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return asked switch
        {
            { IsChange: false } => null,
            { Autonomy: Autonomy.Shadow } => Opinion.Deny("autonomy_shadow", "in shadow nothing is written anywhere: this is what it would have done"),
            { Autonomy: Autonomy.Advisory } => Opinion.Deny("autonomy_advisory", "in advisory the loop only suggests: a person may do it"),
            { Autonomy: Autonomy.Semi } => Opinion.Ask("autonomy_semi", "in semi every change waits for an approval", Seats.Of(asked.Policy, asked.Action.Class)),
            { Autonomy: Autonomy.Full } => Opinion.Allow("autonomy_full", "in full what policy allows runs alone"),
            _ => throw new InvalidOperationException($"unknown autonomy: {asked.Autonomy}"),
        };
    }
}
