namespace Optimizer.Domain.Guardrails;

/// <summary>One experiment per play at a time, never stacked (S0-054, C01).</summary>
public static class PlayActiveRule
{
    public const string Code = "play_active_limit";
    public const string Key = "play.max_active";

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return asked.IsStart
            ? ActiveCap.Judge(asked, Code, Key, $"of {asked.Action.Play}", asked.OfPlay, asked.Policy.PlayMaxActive)
            : null;
    }
}
