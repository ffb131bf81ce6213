using Optimizer.Connectors.Files;

namespace Optimizer.Tests.Connectors.Files;

public class FileFaultExceptionTests
{
    [Theory]
    [InlineData(7L, "revenue", "a.csv:7: column 'revenue': is wrong; do it right")]
    [InlineData(7L, null, "a.csv:7: is wrong; do it right")]
    [InlineData(null, null, "a.csv: is wrong; do it right")]
    public void Message_WhatIsKnown_IsNamed(long? line, string? column, string expected) =>
        Assert.Equal(expected, new FileFaultException("a.csv", line, column, "is wrong; do it right").Message);

    [Fact]
    public void Line_BelowOne_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FileFaultException("a.csv", 0, null, "is wrong"));

    [Fact]
    public void Message_NamesWithLineBreaks_IsOneLine()
    {
        var fault = new FileFaultException("a\n.csv", 1, "two\r\nlines", "bad\tvalue\u001b[31m\u2028.");

        Assert.Equal("a .csv:1: column 'two  lines': bad value [31m .", fault.Message);
        Assert.Equal("two\r\nlines", fault.Column);
    }
}
