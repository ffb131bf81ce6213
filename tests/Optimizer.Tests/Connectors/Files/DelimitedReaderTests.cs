using System.Text;
using Optimizer.Connectors.Files;

namespace Optimizer.Tests.Connectors.Files;

public class DelimitedReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("a,b\n1,2\r\n3,4")]
    [InlineData("a,b\n\n1,2\n\r\n\n3,4\n\n")]
    [InlineData("\"a\",\"b\"\r\n\"1\",2\r\n3,\"4\"")]
    public void Read_AnyLineEnd_SplitsRecords(string content)
    {
        using var file = new WrittenFile(content);

        Assert.Equal([["a", "b"], ["1", "2"], ["3", "4"]], file.ReadAll());
    }

    [Fact]
    public void Read_QuotedValues_AreUnescaped()
    {
        using var file = new WrittenFile("a,b,c\n\"x,y\",\"line 1\r\nline 2\",\"he said \"\"no\"\"\"\n\"\",\"\"\"\", z \n");

        Assert.Equal(
            [["a", "b", "c"], ["x,y", "line 1\r\nline 2", "he said \"no\""], ["", "\"", " z "]],
            file.ReadAll());
    }

    [Fact]
    public void Read_QuoteInsideAnUnquotedValue_IsACharacter()
    {
        using var file = new WrittenFile("a,b\n5\" pipe,3\n");

        Assert.Equal(["5\" pipe", "3"], file.ReadAll()[1]);
    }

    [Fact]
    public void Read_EmptyFields_AreKept()
    {
        using var file = new WrittenFile("a,b,\n,,\n1,,2\n");

        Assert.Equal([["a", "b", ""], ["", "", ""], ["1", "", "2"]], file.ReadAll());
    }

    [Fact]
    public void Open_SeveralUnnamedColumns_AreNotTheSameNameTwice()
    {
        using var file = new WrittenFile("a,,\n1,2,3\n");

        Assert.Equal([["a", "", ""], ["1", "2", "3"]], file.ReadAll());
    }

    [Fact]
    public void Read_OneColumn_TellsAnEmptyValueFromABlankLine()
    {
        using var file = new WrittenFile("a\n1\n\n\"\"\n2\n");

        Assert.Equal([["a"], ["1"], [""], ["2"]], file.ReadAll());
    }

    [Fact]
    public void Line_RecordsOverSeveralLines_IsWhereEachStarts()
    {
        using var file = new WrittenFile("a,b\n1,\"x\r\ny\"\n\n2,\"\n\r\n\r\"\r3,z");
        using var reader = DelimitedFile.Open(file.Path);
        var lines = new List<long>();

        while (reader.Read())
        {
            lines.Add(reader.Line);
        }

        Assert.Equal([2, 5, 9], lines);
    }

    [Fact]
    public void Header_NamesWithSpacesAndQuotes_AreClean()
    {
        using var file = new WrittenFile(" a ,\" b\",\"c, \"\"d\"\"\"\n1,2,3\n");

        Assert.Equal(["a", "b", "c, \"d\""], file.ReadAll()[0]);
    }

    [Fact]
    public void IndexOf_KnownName_IsItsPlace()
    {
        using var file = new WrittenFile("a,b\n");
        using var reader = DelimitedFile.Open(file.Path);

        Assert.Equal(1, reader.IndexOf("b"));
        Assert.True(reader.TryIndexOf("a", out var first));
        Assert.Equal(0, first);
        Assert.False(reader.TryIndexOf("", out _));
    }

    [Theory]
    [InlineData("c", "column 'c': there is no such column; the columns are Variant, b")]
    [InlineData("variant", "column 'variant': there is no such column; did you mean 'Variant'?")]
    public void IndexOf_UnknownName_SaysWhatThereIs(string name, string expected)
    {
        using var file = new WrittenFile("\nVariant,,b\n");
        using var reader = DelimitedFile.Open(file.Path);

        Assert.Equal($"{file.Path}:2: {expected}", Assert.Throws<FileFaultException>(() => reader.IndexOf(name)).Message);
    }

    [Fact]
    public void Open_NameTwice_IsAFault()
    {
        using var file = new WrittenFile("a,b, a\n1,2,3\n");

        Assert.Equal(
            $"{file.Path}:1: column 'a': the header has this name twice (columns 1 and 3); give each column its own name",
            file.Fault().Message);
    }

    [Theory]
    [InlineData("a,b\n1,2\n\n\"x\ny\",2,3\n", 4, 3)]
    [InlineData("a,b\n1,2\n3", 3, 1)]
    [InlineData("a,b\n1\n3,4", 2, 1)]
    public void Read_WrongNumberOfFields_NamesLineExpectedAndFound(string content, long line, int found)
    {
        using var file = new WrittenFile(content);
        var fault = file.Fault();

        Assert.Equal(line, fault.Line);
        Assert.Equal(
            $"{file.Path}:{line}: expected 2 fields as in the header, found {found}; quote values that hold the separator ','",
            fault.Message);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,\"x\ny", 3, "b")]
    [InlineData("a,b\n1,2\n\"3\n\n\",\"x,\"\"\n", 5, "b")]
    [InlineData("a,b\n1,2\n3,\"", 3, "b")]
    [InlineData("\"a\n,b\n1,2", 1, null)]
    public void Read_QuoteNeverClosed_NamesTheLineItOpenedOn(string content, long line, string? column)
    {
        using var file = new WrittenFile(content);
        var fault = file.Fault();

        Assert.Equal(line, fault.Line);
        Assert.Equal(column, fault.Column);
        Assert.StartsWith("the quote opened here is never closed", fault.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b\n\"x\" ,2\n")]
    [InlineData("a,b\n2,\"x\"y\n")]
    [InlineData("a,b\n2,\"x\"y")]
    public void Read_TextAfterAClosingQuote_IsAFault(string content)
    {
        using var file = new WrittenFile(content);

        Assert.Equal(2, file.Fault().Line);
        Assert.StartsWith("text follows the closing quote", file.Fault().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RecordOverTheLimit_NamesItsLineInBoundedMemory()
    {
        using var file = new WrittenFile(WrittenFile.Gzip(Encoding.ASCII.GetBytes("a,b\n1,2\n3," + new string('x', 10_000_000) + "\n")));
        using var reader = DelimitedFile.Open(file.Path);
        Assert.True(reader.Read());
        var before = GC.GetAllocatedBytesForCurrentThread();

        var fault = Assert.Throws<FileFaultException>(() => reader.Read());

        Assert.Equal($"{file.Path}:3: the record that starts here is longer than 1,048,576 bytes; end each record with a line break", fault.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 6_000_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Read_RecordLimit_HoldsWhateverTheBuffer(int bufferBytes)
    {
        using var file = new WrittenFile("a,b\n12345,7890\n12345,78901\n");
        var options = new DelimitedOptions { MaxRecordBytes = 10, Delimiter = ',', BufferBytes = bufferBytes };

        Assert.Equal(3, file.Fault(options).Line);
        Assert.Equal(3, file.ReadAll(options with { MaxRecordBytes = 11 }).Count);
    }

    [Fact]
    public void Read_OpenQuoteOverTheLimit_NamesTheLineItOpenedOn()
    {
        using var file = new WrittenFile("a,b\n\"1\n\",\"2\n" + new string('x', 100));
        var fault = file.Fault(new DelimitedOptions { MaxRecordBytes = 50, Delimiter = ',', BufferBytes = 8 });

        Assert.Equal(3, fault.Line);
        Assert.Equal("b", fault.Column);
        Assert.StartsWith("the quote opened here is not closed within a record of 50 bytes", fault.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b\n1,2\n\"x\ncaf\u00e9\",2\n", 4, "byte 0xE9 is not valid UTF-8; the file looks like Latin-1 (Windows-1252); save it as UTF-8")]
    [InlineData("a,b\n1,2\n\u00e2\u0082\u00ac,\u00e9\n", 3, "byte 0xE9 is not valid UTF-8; the file is damaged or mixes encodings; save it as UTF-8")]
    public void Read_InvalidUtf8_NamesLineAndGuess(string latin1, long line, string problem)
    {
        using var file = new WrittenFile(Encoding.Latin1.GetBytes(latin1));

        Assert.Equal($"{file.Path}:{line}: {problem}", file.Fault().Message);
    }

    [Fact]
    public void Open_InvalidUtf8InTheHeader_IsAFault()
    {
        using var file = new WrittenFile(Encoding.Latin1.GetBytes("d\u00e9but,b\n1,2\n"));

        Assert.Equal(1, file.Fault().Line);
    }

    [Fact]
    public void Read_Nul_NamesTheLine()
    {
        using var file = new WrittenFile("a,b\n1,2\n3,x\0y\n");

        Assert.Equal($"{file.Path}:3: the line holds a NUL byte, so the file is damaged or not text; export it again as UTF-8", file.Fault().Message);
    }

    [Fact]
    public void Open_Utf16WithoutByteOrderMark_IsNamed()
    {
        using var file = new WrittenFile(Encoding.Unicode.GetBytes("a,b\n1,2\n"));

        Assert.Equal("the file looks like UTF-16 without a byte order mark; save it as UTF-8", file.Fault().Problem);
    }

    [Fact]
    public void Progress_WhileReading_RunsToOne()
    {
        using var file = new WrittenFile("a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 100_000)));
        using var reader = DelimitedFile.Open(file.Path);
        var last = reader.Progress ?? -1;

        Assert.InRange(last, 0.01, 0.99);
        while (reader.Read())
        {
            Assert.True(reader.Progress >= last);
            last = reader.Progress ?? -1;
        }

        Assert.Equal(1, last);
    }

    [Fact]
    public void Read_ManyRows_AllocatesNothing()
    {
        using var file = new WrittenFile("a,b\n" + string.Concat(Enumerable.Repeat("1,\"x \"\"y\"\"\"\n", 100_000)));
        using var reader = DelimitedFile.Open(file.Path);
        Assert.True(reader.Read());
        var before = GC.GetAllocatedBytesForCurrentThread();
        var bytes = 0L;

        while (reader.Read())
        {
            bytes += reader[1].Length;
        }

        Assert.Equal(99_999 * 5, bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);
    }

    [Fact]
    public void Item_OutsideTheRecord_Throws()
    {
        using var file = new WrittenFile("a,b\n1,2\n");
        using var reader = DelimitedFile.Open(file.Path);

        Assert.Throws<ArgumentOutOfRangeException>(() => reader[0].Length);
        Assert.True(reader.Read());
        Assert.Throws<ArgumentOutOfRangeException>(() => reader[2].Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => reader[-1].Length);
        Assert.False(reader.Read());
        Assert.Throws<ArgumentOutOfRangeException>(() => reader[0].Length);
        Assert.False(reader.Read());
    }

    [Fact]
    public void Read_AfterDispose_Throws()
    {
        using var file = new WrittenFile("a,b\n1,2\n");
        var reader = DelimitedFile.Open(file.Path);
        Assert.True(reader.Read());
        reader.Dispose();

        Assert.Throws<ObjectDisposedException>(() => reader.Read());
        Assert.Throws<ArgumentOutOfRangeException>(() => reader[0].Length);
    }

    [Fact]
    public void Fault_AtARecord_NamesFileLineAndColumn()
    {
        using var file = new WrittenFile("a,revenue\n1,\"2,5\"\n");
        using var reader = DelimitedFile.Open(file.Path);
        reader.Read();

        Assert.False(Field.TryNumber(reader[1], out _, out var problem));
        var fault = reader.Fault("revenue", problem.Message);

        Assert.Equal($"{file.Path}:2: column 'revenue': '2,5' has a comma; use a point for decimals and nothing between thousands", fault.Message);
        Assert.Equal((file.Path, 2L, "revenue", problem.Message), (fault.Path, fault.Line, fault.Column, fault.Problem));
    }
}
