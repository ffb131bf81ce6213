namespace Optimizer.Domain.Policies;

/// <summary>Rules on actions: allow, ask or deny, with the rule that said so. Pure.</summary>
public static class PolicyRule
{
    /// <param name="action">What the loop wants to do.</param>
    /// <param name="history">What has been done, as read at the same moment.</param>
    /// <param name="autonomy">How far the play may act alone now.</param>
    /// <param name="policy">What policy says for the play.</param>
    public static Ruling Rule(ProposedAction action, ActionHistory history, Autonomy autonomy, EffectivePolicy policy) =>
        throw new NotImplementedException();
}
