namespace Optimizer.Domain.Guardrails;

/// <summary>Putting control back and cutting a variant's traffic are never refused, in no autonomy, by no cap: they are the way out.</summary>
public static class WayOutRule
{
    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return asked.IsWayOut ? Opinion.Allow("way_out", "taking a variant out is always allowed") : null;
    }
}
