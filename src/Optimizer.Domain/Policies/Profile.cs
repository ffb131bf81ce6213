namespace Optimizer.Domain.Policies;

/// <summary>A named set of defaults, each from one of the source documents.</summary>
public enum Profile
{
    GtmPlay,
    GtmPlayStrict,
    SiteCro,
    SiteCroStrict,
    Budget,
    BudgetStrict,
    OutboundSop,
    OutboundSopStrict,
}
