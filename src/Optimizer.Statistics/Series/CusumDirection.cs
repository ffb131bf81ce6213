namespace Optimizer.Statistics.Series;

/// <summary>Which way a slow shift went.</summary>
public enum CusumDirection
{
    Up,
    Down,
}
