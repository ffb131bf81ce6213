using Optimizer.Domain.Decisions;

namespace Optimizer.Tests.Domain.Decisions;

public class DecisionRulesTests
{
    public static readonly TheoryData<string, Func<DecisionRules>> Impossible = new()
    {
        { "MinimumUnits", () => new() { MinimumUnits = 0 } },
        { "MinimumActive", () => new() { MinimumActive = -1 } },
        { "MinimumDays", () => new() { MinimumDays = 0 } },
        { "FutilityDay", () => new() { FutilityDay = 0 } },
        { "EndDay", () => new() { EndDay = 0 } },
        { "EndDay", () => new() { EndDay = -7 } },
        { "EndDay", () => new() { EndDay = 10 } },
        { "ProvenOdds", () => new() { ProvenOdds = 2 } },
        { "ProvenOdds", () => new() { ProvenOdds = double.NaN } },
        { "HarmOdds", () => new() { HarmOdds = double.PositiveInfinity } },
        { "MismatchOdds", () => new() { MismatchOdds = 1 } },
        { "ProvisionalChance", () => new() { ProvisionalChance = 1.01 } },
        { "FutilityChance", () => new() { FutilityChance = -0.1 } },
        { "ThrottleChance", () => new() { ThrottleChance = double.NaN } },
        { "ThrottleShare", () => new() { ThrottleShare = 10 } },
        { "NoveltyFromDay", () => new() { NoveltyFromDay = 0 } },
        { "NoveltyZ", () => new() { NoveltyZ = 1.645 } },
        { "NoveltyZ", () => new() { NoveltyZ = double.NaN } },
        { "RequiredUnits", () => new() { RequiredUnits = 0 } },
        { "MaximumExtensions", () => new() { MaximumExtensions = -1 } },
        { "Stated", () => new() { Stated = null! } },
        { "Limit", () => new() { Stated = new() { Drop30 = new(-0.3, 100) } } },
        { "Limit", () => new() { Stated = new() { Drop30 = new(double.NaN, 100) } } },
        { "Limit", () => new() { Stated = new() { Drop30 = new StatedRules().Drop30 with { Limit = double.NaN } } } },
        { "MinimumUnits", () => new() { Stated = new() { Drop30 = new(0.3, -1) } } },
        { "MinimumUnits", () => new() { Stated = new() { Drop30 = new StatedRules().Drop30 with { MinimumUnits = -1 } } } },
        { "Mode", () => new() { Stated = new() { Drop30 = new(0.3, 100, (RuleMode)7) } } },
        { "Chance90", () => new() { Stated = new() { Chance90 = new(90, 100) } } },
        { "BelowControlAfter120", () => new() { Stated = new() { BelowControlAfter120 = new(1.1, 100) } } },
        { "Plus20", () => new() { Stated = new() { Plus20 = null! } } },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Init_ImpossibleNumber_IsRefusedByName(string name, Func<DecisionRules> build) =>
        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(build).ParamName);

    [Fact]
    public void Init_Limits_AreTaken()
    {
        var rules = new DecisionRules
        {
            EndDay = 28,
            MinimumDays = 2,
            ProvenOdds = 20,
            ThrottleShare = 0,
            FutilityChance = 0,
            ProvisionalChance = 1,
            MaximumExtensions = 0,
            NoveltyZ = 0,
            MinimumActive = 0,
            MinimumUnits = 1,
            Stated = new() { Plus20 = new(1.5, 0), Drop30 = new(1.2, 0) },
        };

        Assert.Equal((28, 2, 28L), (rules.EndDay, rules.MinimumDays, rules.LastDay));
    }

    [Fact]
    public void LogProven_NoVariant_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new DecisionRules().LogProven(0));
}
