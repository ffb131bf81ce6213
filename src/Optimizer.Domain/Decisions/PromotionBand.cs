namespace Optimizer.Domain.Decisions;

/// <summary>Size of a win, which says who must be asked before it goes live (C07).</summary>
public enum PromotionBand
{
    /// <summary>Under 10 %: a person reviews it (S2-052).</summary>
    Review,

    /// <summary>10 % to 20 %, both included: approval, automatic once the play has graduated.</summary>
    Middle,

    /// <summary>More than 20 %: automatic (S2-051).</summary>
    Automatic,
}
