namespace Optimizer.Domain.Guardrails;

/// <summary>
/// A freeze means that nothing is written anywhere, taking a variant out included: whoever freezes wants the world to stand
/// still, also our hand in it. The ruling says so, because a variant that is live stays live until the freeze ends.
/// </summary>
public static class FreezeRule
{
    public const string Code = "frozen";

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var live = asked.IsWayOut ? "; the variant stays as it is until the freeze ends" : "";
        return (asked.History.IsFrozen, asked.Policy.IsFrozen) switch
        {
            (true, _) => Opinion.Deny(Code, $"everything is frozen: nothing is written{live}"),
            (_, true) => Opinion.Deny(Code, $"policy freezes this play: nothing is written{live}{asked.From("freeze")}"),
            _ => null,
        };
    }
}
