using Optimizer.Workflows.Answers;

namespace Optimizer.Tests.Workflows.Answers;

public sealed class RephraseCheckTests
{
    private static readonly Answer Original = new()
    {
        Citations = [new("nudge-1.14", 9, true), new("#6", 6, false)],
        Kind = AnswerKind.Facts,
        Text = "The experiment nudge-1 of nudge ended on Tue 2026-03-10 08:00 UTC: reverted. [#6]\nWhy REVERT: [nudge-1.14]\n- \"variant does harm: -21.00 % on 4,321 units\" [nudge-1.14]",
        Understood = "why",
    };

    [Theory]
    [InlineData("Experiment nudge-1 was reverted on 2026-03-10 [#6]. The variant did harm: -21.00 % on 4,321 units [nudge-1.14].")]
    [InlineData("It was reverted [#6] because the variant does harm of -21.00 % [nudge-1.14].")]
    [InlineData("It was reverted [#6][nudge-1.14].")]
    public void Fault_SaysOnlyWhatTheRecordsSay_IsNone(string text) => Assert.Null(RephraseCheck.Fault(Original, text));

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    [InlineData("It was reverted [#6].")]
    [InlineData("It was reverted [#6] for harm [nudge-1.14] as before [#7].")]
    [InlineData("It was reverted [#6] for harm of -22.00 % [nudge-1.14].")]
    [InlineData("It was reverted [#6] for harm of 21.00 % [nudge-1.14].")]
    [InlineData("It was reverted [#6] after twelve looks [nudge-1.14].")]
    [InlineData("It was reverted [#6] on half of the traffic [nudge-1.14].")]
    [InlineData("It was reverted [#6] on ٤ units [nudge-1.14].")]
    [InlineData("It was adopted [#6] without harm [nudge-1.14].")]
    [InlineData("It was not reverted [#6] for harm [nudge-1.14].")]
    [InlineData("On 4,321 units it was reverted [#6] for harm [nudge-1.14].")]
    [InlineData("It was reverted [#6] for harm [nudge-1.14]. Revenue rose.")]
    [InlineData("It was reverted [#6] for harm [nudge-1.14]. 7 others follow.")]
    [InlineData("It was reverted [#6] for harm [nudge-1.14] as pricing-2 was.")]
    [InlineData("<b>It was reverted</b> [#6] for harm [nudge-1.14].")]
    [InlineData("It was reverted [#6](https://evil.example) for harm [nudge-1.14].")]
    [InlineData("It was reverted [#6] for harm [nudge-1.14]; see www.evil.example")]
    [InlineData("It was re\u202Everted [#6] for harm [nudge-1.14].")]
    [InlineData("It was reverted [ #6 ] for harm [nudge-1.14].")]
    public void Fault_SaysAnythingElse_IsRefused(string? text) => Assert.NotNull(RephraseCheck.Fault(Original, text));

    [Fact]
    public void Fault_MuchLonger_IsRefused() => Assert.NotNull(RephraseCheck.Fault(Original, "It was reverted [#6] for harm [nudge-1.14]." + new string('a', 1_000)));
}
