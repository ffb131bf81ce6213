using Optimizer.Domain.Experiments;

namespace Optimizer.Tests.Domain.Experiments;

public class ExperimentReadingTests
{
    private static readonly VariantLook Look = new(100, 100, 0.1, 0.12, 0.6, 0, 0);
    private static readonly VariantReading Variant = new("B", [Look], null, null);

    [Fact]
    public void Constructor_ImpossibleReading_IsRefused()
    {
        Assert.Equal("Day", Assert.Throws<ArgumentOutOfRangeException>(() => new ExperimentReading(0, "A", [Variant], [])).ParamName);
        Assert.Equal("Variants", Assert.Throws<ArgumentException>(() => new ExperimentReading(1, "A", [], [])).ParamName);
        Assert.Equal("Variants", Assert.Throws<ArgumentException>(() => new ExperimentReading(1, "A", [Variant, Variant], [])).ParamName);
    }

    [Fact]
    public void Constructor_GuardrailOfAnUnknownVariant_IsRefused()
    {
        var refusal = Assert.Throws<ArgumentException>(
            () => new ExperimentReading(1, "A", [Variant], [new("refund rate", "b", true, "2 % where 1 % is the limit")]));

        Assert.StartsWith("the guardrail refund rate was read on 'b', which is none of the variants B", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Undated_Reading_KnowsNothingOfDays()
    {
        var variant = new VariantReading("B", [Look, Look, Look with { VariantUnits = 300 }], Look, new Novelty(0.1, 0));

        var undated = new ExperimentReading(20, "A", [variant], []).Undated();

        Assert.Null(undated.Day);
        Assert.Equal(300, Assert.Single(undated.Variants[0].Looks).VariantUnits);
        Assert.Equal((null, null), (undated.Variants[0].LastDay, undated.Variants[0].Novelty));
    }
}
