namespace Optimizer.Statistics.Distributions;

/// <summary>Elementary functions that keep their digits near 0 (Kahan's corrections), which the framework lacks.</summary>
public static class Elementary
{
    /// <summary>ln(1 + x), for x > -1.</summary>
    public static double Log1P(double x)
    {
        var rounded = 1 + x;
        if (Math.Abs(x) > 0.5)
        {
            return Math.Log(rounded);
        }

        return rounded == 1 ? x : Math.Log(rounded) * (x / (rounded - 1));
    }

    /// <summary>e^x - 1.</summary>
    public static double Expm1(double x)
    {
        if (Math.Abs(x) > 1)
        {
            return Math.Exp(x) - 1;
        }

        var power = Math.Exp(x);
        return power == 1 ? x : (power - 1) * (x / Math.Log(power));
    }
}
