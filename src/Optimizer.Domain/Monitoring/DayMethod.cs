namespace Optimizer.Domain.Monitoring;

/// <summary>How a single day was judged.</summary>
public enum DayMethod
{
    /// <summary>Not at all: no figure, or too little history.</summary>
    NotJudged,

    /// <summary>Distance from the median in robust standard deviations.</summary>
    RobustScore,

    /// <summary>Exact Poisson tail of a small count.</summary>
    PoissonTail,
}
