using Optimizer.Domain.Attribution;

namespace Optimizer.Tests.Domain.Attribution;

public class EventCheckTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Start.AddDays(10);

    private static readonly LedgerExperiment Known = new("pricing-1", ["control", "short"], "UTC", Start, Start.AddDays(7));

    private static readonly AttributionEvent Good = new()
    {
        Id = "e1",
        At = Start,
        Experiment = "pricing-1",
        Variant = "short",
        Event = "purchase",
        Value = 9.99m,
        Unit = "s1",
        Path = "/pricing",
    };

    [Fact]
    [Trait("Req", "S3-016")]
    public void Alone_RightEvents_AreNone() => Assert.All(
        (AttributionEvent[])[
            Good, Good with { Value = 0 }, Good with { Value = -3.123456m }, Good with { Value = 1_000_000_000 }, Good with { Path = "" },
            Good with { Event = "view", Value = null }, Good with { Event = "click", Value = null }, Good with { Event = "checkout", Value = null },
            Good with { At = Now + EventLimits.ClockSkew }, Good with { At = EventLimits.Oldest }, Good with { Id = new string('x', 200), Unit = "é\ud83d\ude00" },
        ],
        happened => Assert.Null(EventCheck.Alone(happened, Now)));

    [Theory]
    [Trait("Req", "S3-016")]
    [MemberData(nameof(Wrong))]
    public void Alone_WrongEvent_SaysTheCodeAndWhy(AttributionEvent happened, string code, string said)
    {
        var problem = Assert.NotNull(EventCheck.Alone(happened, Now));

        Assert.Equal((EventAnswerKind.Quarantined, code), (problem.Kind, problem.Code));
        Assert.Contains(said, problem.Why, StringComparison.Ordinal);
    }

    public static TheoryData<AttributionEvent, string, string> Wrong() => new()
    {
        { Good with { Id = "" }, "missing_field", "id" },
        { Good with { Id = null! }, "missing_field", "id" },
        { Good with { Experiment = " " }, "missing_field", "exp_id" },
        { Good with { Variant = "" }, "missing_field", "variant" },
        { Good with { Event = "" }, "missing_field", "event" },
        { Good with { Unit = "\t" }, "missing_field", "session_id" },
        { Good with { Value = null }, "value_missing", "price" },
        { Good with { Id = new string('x', 201) }, "too_long", "201" },
        { Good with { Unit = new string('x', 201) }, "too_long", "session_id" },
        { Good with { Event = new string('x', 101) }, "too_long", "event" },
        { Good with { Path = new string('x', 2001) }, "too_long", "path" },
        { Good with { Unit = "a\ud800" }, "bad_text", "session_id" },
        { Good with { Id = "\udc00a" }, "bad_text", "id" },
        { Good with { At = Now + EventLimits.ClockSkew + TimeSpan.FromTicks(1) }, "in_future", "5 min" },
        { Good with { At = EventLimits.Oldest - TimeSpan.FromTicks(1) }, "ancient", "clock" },
        { Good with { At = DateTimeOffset.UnixEpoch }, "ancient", "1970" },
        { Good with { Value = 0.0000001m }, "value_too_fine", "six decimals" },
        { Good with { Value = 1_000_000_000.01m }, "value_too_large", "1,000,000,000" },
        { Good with { Value = -1_000_000_001m }, "value_too_large", "beyond" },
    };

    [Fact]
    public void Within_TheUnitsOwnVariantInTime_IsNone()
    {
        Assert.Null(EventCheck.Within(Good, Known, 1, null));
        Assert.Null(EventCheck.Within(Good, Known, 1, 1));
        Assert.Null(EventCheck.Within(Good with { At = Now }, Known, 1, 1));
    }

    [Fact]
    public void Within_WhatDoesNotBelong_SaysWhy()
    {
        Assert.Equal("unknown_experiment", EventCheck.Within(Good, null, -1, null)?.Code);
        var variant = EventCheck.Within(Good with { Variant = "long" }, Known, -1, null);
        Assert.Equal(("unknown_variant", true), (variant?.Code, variant?.Why?.Contains("it has control, short", StringComparison.Ordinal)));
        Assert.Equal("before_experiment", EventCheck.Within(Good with { At = Start - TimeSpan.FromTicks(1) }, Known, 1, 1)?.Code);
        Assert.Equal("experiment_closed", EventCheck.Within(Good with { At = Start.AddDays(7) }, Known, 1, null)?.Code);
        var crossover = EventCheck.Within(Good, Known, 1, 0);
        Assert.Equal(("crossover", true), (crossover?.Code, crossover?.Why?.Contains("'control'", StringComparison.Ordinal)));
    }
}
