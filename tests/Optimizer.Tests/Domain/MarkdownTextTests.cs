using Optimizer.Domain;

namespace Optimizer.Tests.Domain;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("plain words, 10 % up.", "plain words, 10 % up.")]
    [InlineData("a\n# b", "a \\# b")]
    [InlineData("<script>", "\\<script\\>")]
    [InlineData("![x](http://y)", "\\!\\[x\\](http://y)")]
    [InlineData("a|b", "a\\|b")]
    [InlineData("- a", "\\- a")]
    [InlineData("-3.5 %", "-3.5 %")]
    [InlineData("x\u202Ey\u0007z", "xyz")]
    public void Of_Text_IsNoMarkupAndOneLine(string text, string expected) => Assert.Equal(expected, MarkdownText.Of(text));

    [Theory]
    [InlineData("\"x\"", "`\"x\"`")]
    [InlineData("", "–")]
    [InlineData("a`b", "`` a`b ``")]
    [InlineData("a|b\nc", "`a\\|b c`")]
    public void Code_Text_StaysInItsFence(string text, string expected) => Assert.Equal(expected, MarkdownText.Code(text));
}
