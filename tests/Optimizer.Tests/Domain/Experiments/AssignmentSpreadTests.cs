using System.Globalization;
using Optimizer.Domain.Experiments;

namespace Optimizer.Tests.Domain.Experiments;

/// <summary>
/// How assignments spread over many ids. Each statistic is compared with its mean and standard deviation under perfect
/// randomness, within 5 sigma (a false alarm in about 1.7 million runs; the ids are fixed, so the answer is too).
/// </summary>
public class AssignmentSpreadTests
{
    private const double Sigmas = 5;

    private static readonly string[] Ids =
        [.. Enumerable.Range(0, 100_000).Select(i => "user-" + i.ToString(CultureInfo.InvariantCulture))];

    [Theory]
    [InlineData("landing", 2)]
    [InlineData("pricing_v2", 3)]
    [InlineData("checkout-2026-01", 10)]
    public void Assign_HundredThousandIds_IsUniform(string experiment, int variants)
    {
        var counts = new double[variants];
        foreach (var index in VariantsOf(new AssignmentPlan(experiment, Allocation.Equal(variants))))
        {
            counts[index!.Value]++;
        }

        var share = 1.0 / variants;
        var sigma = Math.Sqrt(Ids.Length * share * (1 - share));
        Assert.All(counts, count => Assert.InRange(count - (Ids.Length * share), -Sigmas * sigma, Sigmas * sigma));
    }

    [Theory]
    [InlineData("landing")]
    [InlineData("pricing_v2")]
    [InlineData("subject-line")]
    [Trait("Req", "S2-048")]
    [Trait("Req", "S2-086")]
    public void Assign_TenThousandLeads_PassesTheSampleRatioCheck(string experiment)
    {
        var control = VariantsOf(new AssignmentPlan(experiment, Allocation.Equal(2))).Take(10_000).Count(index => index == 0);

        // One degree of freedom: p > 0.001 is a chi-square below 10.828.
        Assert.InRange(Math.Pow(control - 5_000, 2) / 2_500, 0, 10.828);
    }

    [Theory]
    [InlineData("landing", "pricing", 2, 2)]
    [InlineData("exp-1", "exp-2", 2, 2)]
    [InlineData("exp-1", "exp-11", 3, 5)]
    public void Assign_TwoExperiments_AreIndependent(string first, string second, int variants, int otherVariants)
    {
        var table = new double[variants, otherVariants];
        foreach (var (i, j) in VariantsOf(new AssignmentPlan(first, Allocation.Equal(variants)))
            .Zip(VariantsOf(new AssignmentPlan(second, Allocation.Equal(otherVariants)))))
        {
            table[i!.Value, j!.Value]++;
        }

        AssertIndependent(table);
    }

    [Fact]
    public void Assign_SameSalt_WouldReuseTheUsersAsABlock()
    {
        var table = new double[2, 2];
        foreach (var index in VariantsOf(new AssignmentPlan("landing", Allocation.Equal(2))))
        {
            table[index!.Value, index.Value]++;
        }

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AssertIndependent(table));
    }

    [Fact]
    public void Assign_SlicesOfOneNamespace_AreDisjointAndSplitEvenly()
    {
        var space = ExclusiveNamespace.Empty("site").Claim("first", 0.4)!.Claim("second", 0.6)!;
        var first = VariantsOf(new AssignmentPlan("first", Allocation.Equal(2), space.SliceOf("first")));
        var second = VariantsOf(new AssignmentPlan("second", Allocation.Equal(2), space.SliceOf("second")));

        Assert.All(first.Zip(second), pair => Assert.True(pair.First is null ^ pair.Second is null));
        var inside = first.Count(index => index is not null);
        Assert.InRange(inside - 40_000, -Sigmas * Math.Sqrt(24_000), Sigmas * Math.Sqrt(24_000));
        var sigma = Math.Sqrt(inside / 4.0);
        Assert.InRange(first.Count(index => index == 0) - (inside / 2.0), -Sigmas * sigma, Sigmas * sigma);
    }

    private static int?[] VariantsOf(AssignmentPlan plan) =>
        [.. Ids.Select(id => (AssignmentRule.Assign(plan, id) as Assignment.Assigned)?.VariantIndex)];

    /// <summary>Pearson's statistic has mean d and variance 2d for d degrees of freedom.</summary>
    private static void AssertIndependent(double[,] table)
    {
        var (rows, columns) = (table.GetLength(0), table.GetLength(1));
        var total = table.Cast<double>().Sum();
        var statistic = 0.0;
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var row = Enumerable.Range(0, columns).Sum(k => table[i, k]);
                var column = Enumerable.Range(0, rows).Sum(k => table[k, j]);
                var expected = row * column / total;
                statistic += Math.Pow(table[i, j] - expected, 2) / expected;
            }
        }

        double freedom = (rows - 1) * (columns - 1);
        Assert.InRange(statistic, 0, freedom + (Sigmas * Math.Sqrt(2 * freedom)));
    }
}
