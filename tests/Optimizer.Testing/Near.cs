using System.Globalization;
using Xunit;

namespace Optimizer.Testing;

/// <summary>Equality of numbers within a stated tolerance.</summary>
public static class Near
{
    /// <summary>Fails unless |actual - expected| is at most tolerance × |expected|, plus an absolute floor.</summary>
    public static void Equal(double expected, double actual, double tolerance, double floor = 0)
    {
        var allowed = tolerance * Math.Abs(expected) + floor;
        Assert.True(
            actual == expected || Math.Abs(actual - expected) <= allowed,
            string.Create(CultureInfo.InvariantCulture, $"expected {expected:R} within {allowed:G3}, got {actual:R}"));
    }
}
