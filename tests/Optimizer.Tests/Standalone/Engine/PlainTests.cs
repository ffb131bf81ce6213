using System.Text;
using Optimizer.Standalone.Engine;
using Optimizer.Workflows;

namespace Optimizer.Tests.Standalone.Engine;

public class PlainTests
{
    [Theory]
    [InlineData("plain text, é, 漢, 😀", "plain text, é, 漢, 😀")]
    [InlineData("a\nb\r\tc", "a\\nb\\r\\tc")]
    [InlineData("\u001b[31m", "\\u001b[31m")]
    [InlineData("\u009b31m\u007f", "\\u009b31m\\u007f")]
    [InlineData("\u202egpj.exe\u2066", "\\u202egpj.exe\\u2066")]
    [InlineData("a\u2028b\u0085c", "a\\u2028b\\u0085c")]
    [InlineData("a\0b", "a\\u0000b")]
    public void Text_Signs_AreHarmless(string text, string expected) => Assert.Equal(expected, Plain.Text(text));

    [Fact]
    public void Text_HalfAPair_IsReplaced() => Assert.Equal("a\uFFFDb", Plain.Text("a\ud800b"));

    [Fact]
    public void Markup_Brackets_AreEscaped() => Assert.Equal("[[red]]x", Plain.Markup("[red]x"));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("a😀bc", 3, "a…")]
    [InlineData("abc", 1, "…")]
    public void Cut_Text_IsAtMostSoLong(string text, int longest, string expected) => Assert.Equal(expected, Plain.Cut(text, longest));

    [Fact]
    public void Lines_AllLineEnds_PartLines() => Assert.Equal(["a", "b", "c", "\\u001b"], Plain.Lines("a\r\nb\nc\r\u001b"));

    [Fact]
    public void Short_EmptyObject_SaysNothing() => Assert.Equal("", PayloadText.Short(Payload.Of(None.Value), 10));

    [Fact]
    public void PayloadLines_NoJson_AreTheTextItself() =>
        Assert.Equal(["{broken", "\\u001b"], PayloadText.Lines(new(Encoding.UTF8.GetBytes("{broken\n\u001b"))));

    [Fact]
    public void PayloadLines_ControlSignsInValues_StayEscaped() =>
        Assert.Equal("\"\\u001B[31m\\u009B\"", Assert.Single(PayloadText.Lines(Payload.Of("\u001b[31m\u009b"))));

    [Fact]
    public void PayloadLines_DeepValue_IsWritten()
    {
        var deep = new string('[', 200) + new string(']', 200);

        Assert.Equal(399, PayloadText.Lines(new(Encoding.UTF8.GetBytes(deep))).Count());
        Assert.NotNull(PayloadText.Node(new(Encoding.UTF8.GetBytes(deep))));
    }
}
