using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Guardrails;

/// <summary>What somebody types or a program wants is never an act: a person is always asked (S1-163).</summary>
public static class ProposedOrderRule
{
    public const string Code = "proposed_order";

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return asked.Action.Kind switch
        {
            ActionKind.PausePlay or ActionKind.ResumePlay or ActionKind.StopPlay =>
                Opinion.Ask(Code, $"an order to a play that is proposed waits for a person{asked.From("approval.seat")}", asked.Policy.DefaultSeat),
            ActionKind.TryHypothesis =>
                Opinion.Ask(Code, "a hypothesis that is proposed waits for a person before it joins the backlog", Seats.Of(asked.Policy, asked.Action.Class)),
            _ => null,
        };
    }
}
