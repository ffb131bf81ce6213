using System.Text;
using Optimizer.Connectors.Files;

namespace Optimizer.Tests.Connectors.Files;

public class DelimiterGuessTests
{
    [Theory]
    [InlineData("a,b,c\n1,2,3\n", ',')]
    [InlineData("a;b;c\n1,5;2,5;3\n", ';')]
    [InlineData("a\tb\n1,5\t2\n", '\t')]
    [InlineData("a|b\r1|2\r", '|')]
    [InlineData("only\n1\n", ',')]
    [InlineData("name,\"x;y;z\"\n1,2\n", ',')]
    [InlineData("name;\"x,\"\"y,z\"\n1;2\n", ';')]
    [InlineData("day\tvalue, USD\n1\t2\n3\t4\n", '\t')]
    [InlineData("first, last, age; city\na, b, c; d\n", ',')]
    [InlineData("a;b, c, d\n1;x\n2;y\n", ';')]
    [InlineData("a;b", ';')]
    [InlineData("\n\na|b\n\n1|2", '|')]
    [InlineData("", ',')]
    public void Find_FirstRecords_TellTheSeparator(string sample, char expected) =>
        Assert.Equal(expected, (char)DelimiterGuess.Find(Encoding.UTF8.GetBytes(sample)));

    [Fact]
    public void Open_SeparatorGiven_IsNotGuessed()
    {
        using var file = new WrittenFile("a,b;c\n1,2;3\n");

        Assert.Equal([["a", "b;c"], ["1", "2;3"]], file.ReadAll(new DelimitedOptions { Delimiter = ',' }));
        Assert.Equal([["a,b", "c"], ["1,2", "3"]], file.ReadAll(new DelimitedOptions { Delimiter = ';' }));
    }

    [Theory]
    [InlineData('"')]
    [InlineData('\n')]
    [InlineData('\r')]
    [InlineData('\0')]
    [InlineData('§')]
    public void Delimiter_CharacterThatCannotSeparate_IsRefused(char delimiter) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DelimitedOptions { Delimiter = delimiter });

    [Theory]
    [InlineData(0)]
    [InlineData((1 << 30) + 1)]
    public void MaxRecordBytes_OutOfRange_IsRefused(int bytes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DelimitedOptions { MaxRecordBytes = bytes });
}
