using Optimizer.Cockpit.Pages.PlayDetail;

namespace Optimizer.Tests.Cockpit.Pages;

public sealed class ChangedLineTests
{
    [Theory]
    [InlineData("a\nb\nc", "a\nb\nc", "")]
    [InlineData("a\nb\nc", "a\r\nx\r\nc", "-2b +2x")]
    [InlineData("a\nb", "a\nb\nc", "+3c")]
    [InlineData("a\nb\nc\nd", "b\nd\ne", "-1a -3c +3e")]
    public void Between_TwoTexts_IsTheFewestLines(string earlier, string later, string changes) =>
        Assert.Equal(changes, string.Join(' ', ChangedLine.Between(earlier, later).Select(line => $"{(line.IsNew ? "+" : "-")}{line.Number}{line.Text}")));

    [Fact]
    public void Between_VeryLongTexts_ShowsBothWhole()
    {
        var text = string.Join('\n', Enumerable.Range(0, 2_001));
        Assert.Equal(4_002, ChangedLine.Between(text, text).Count);
    }
}
