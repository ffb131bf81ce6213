using System.IO.Compression;
using System.Text;
using Optimizer.Connectors.Files;

namespace Optimizer.Tests.Connectors.Files;

public class DelimitedFileTests
{
    private static readonly List<string[]> Table = [["day", "price"], ["Mo", "5 €"], ["Di", "7"]];
    private const string Text = "day,price\nMo,5 €\nDi,7\n";

    [Theory]
    [InlineData("none.csv")]
    [InlineData("no-such-folder/none.csv")]
    public void Open_MissingFile_SaysSo(string path)
    {
        var fault = Assert.Throws<FileFaultException>(() => DelimitedFile.Open(path));

        Assert.Equal($"{path}: there is no such file; check the name and the folder", fault.Message);
        Assert.Null(fault.Line);
    }

    [Fact]
    public void Open_Folder_SaysSo()
    {
        var fault = Assert.Throws<FileFaultException>(() => DelimitedFile.Open(Path.GetTempPath()));

        Assert.Equal($"{Path.GetTempPath()}: this is a folder; name a file inside it", fault.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void Open_ImpossibleName_SaysSo(string path) =>
        Assert.Contains("this is not a file name", Assert.Throws<FileFaultException>(() => DelimitedFile.Open(path)).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_NoPermission_SaysSo()
    {
        var fault = Assert.Throws<FileFaultException>(() =>
            DelimitedFile.Open("secret.csv", null, _ => throw new UnauthorizedAccessException("denied")));

        Assert.Equal("secret.csv: no permission to read the file; make it readable for this user", fault.Message);
    }

    [Fact]
    public void Open_UnreadableDevice_SaysWhatTheSystemSays()
    {
        var fault = Assert.Throws<FileFaultException>(() => DelimitedFile.Open("x.csv", null, _ => throw new IOException("disk on fire")));

        Assert.Equal("x.csv: the file cannot be opened (disk on fire)", fault.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\r\n\r")]
    [InlineData("\uFEFF")]
    public void Open_NothingInside_AsksForColumnNames(string content)
    {
        using var file = new WrittenFile(content);
        using var zipped = new WrittenFile(WrittenFile.Gzip(Encoding.UTF8.GetBytes(content)));

        Assert.Equal($"{file.Path}: the file is empty; it needs a first line with column names", file.Fault().Message);
        Assert.Equal("the file is empty; it needs a first line with column names", zipped.Fault().Problem);
    }

    [Theory]
    [InlineData("a,b")]
    [InlineData("a,b\n")]
    [InlineData("\n\na,b\r\n\n")]
    public void Open_HeaderOnly_HasNoRows(string content)
    {
        using var file = new WrittenFile(content);

        Assert.Equal([["a", "b"]], file.ReadAll());
    }

    [Theory]
    [InlineData(".csv")]
    [InlineData(".csv.gz")]
    public void Open_PlainOrGzip_IsToldByContentNotByName(string extension)
    {
        using var plain = new WrittenFile(Text, extension);
        using var zipped = new WrittenFile(WrittenFile.Gzip(Encoding.UTF8.GetBytes(Text)), extension);

        Assert.Equal(Table, plain.ReadAll());
        Assert.Equal(Table, zipped.ReadAll());
    }

    [Fact]
    public void Read_TwoGzipMembers_ReadsBoth()
    {
        using var file = new WrittenFile([.. WrittenFile.Gzip("a,b\n1,2\n"u8.ToArray()), .. WrittenFile.Gzip("3,4\n"u8.ToArray())]);

        Assert.Equal([["a", "b"], ["1", "2"], ["3", "4"]], file.ReadAll());
    }

    [Fact]
    public void Read_GzipCutAnywhere_IsAFault()
    {
        var whole = WrittenFile.Gzip(Encoding.UTF8.GetBytes(Text));

        for (var length = 2; length < whole.Length; length++)
        {
            using var file = new WrittenFile(whole[..length]);
            Assert.Contains("the gzip data is damaged or cut off", file.Fault().Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_GzipCutBetweenRecords_IsNotTakenForAShortFile()
    {
        using var stored = new MemoryStream();
        using (var zip = new GZipStream(stored, CompressionLevel.NoCompression, leaveOpen: true))
        {
            zip.Write("a,b\n1,2\n"u8);
            zip.Flush();
            zip.Write("3,4\n"u8);
            zip.Flush();
        }

        for (var length = 10; length < stored.Length; length++)
        {
            using var file = new WrittenFile(stored.ToArray()[..length]);
            Assert.Contains("the gzip data is damaged or cut off", file.Fault().Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_BytesBehindTheGzipData_AreAFault()
    {
        using var file = new WrittenFile([.. WrittenFile.Gzip(Encoding.UTF8.GetBytes(Text)), 1, 2, 3]);

        Assert.Contains("the gzip data is damaged", file.Fault().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(13)]
    public void Read_GzipArrivingInPieces_IsReadWhole(int pieceBytes)
    {
        byte[] stored = [.. WrittenFile.Gzip("a,b\n1,2\n"u8.ToArray()), .. WrittenFile.Gzip("3,4\n"u8.ToArray())];
        var options = new DelimitedOptions { Delimiter = ',', BufferBytes = 1 };
        using var reader = DelimitedFile.Open("-", options, _ => new PiecewiseStream(stored, pieceBytes));

        Assert.True(reader.Read());
        Assert.Equal(["1", "2"], WrittenFile.Record(reader));
        Assert.True(reader.Read());
        Assert.Equal(["3", "4"], WrittenFile.Record(reader));
        Assert.False(reader.Read());
    }

    [Fact]
    public void Read_GzipWithADamagedByte_IsAFault()
    {
        var stored = WrittenFile.Gzip(Encoding.UTF8.GetBytes(Text));
        stored[^6] ^= 0x55;
        using var file = new WrittenFile(stored);

        Assert.Contains("the gzip data is damaged", file.Fault().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_GzipDamageThatGarblesRecords_IsNamedAsTheCause()
    {
        var text = "a,b\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"{i * 7919 % 1000},{i}\n"));
        var stored = WrittenFile.Gzip(Encoding.ASCII.GetBytes(text));

        for (var at = 12; at < stored.Length; at += 97)
        {
            var damaged = (byte[])stored.Clone();
            damaged[at] ^= 4;
            using var file = new WrittenFile(damaged);
            Assert.StartsWith("the gzip data is damaged", file.Fault().Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_MalformedRecordInSoundGzip_IsTheFault()
    {
        using var file = new WrittenFile(WrittenFile.Gzip(Encoding.ASCII.GetBytes("a,b\n1\n" + string.Concat(Enumerable.Repeat("1,2\n", 100_000)))));

        Assert.Equal(2, file.Fault().Line);
        Assert.StartsWith("expected 2 fields", file.Fault().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_GzipCutLate_NamesTheLineItGotTo()
    {
        var rows = new StringBuilder("a,b\n");
        var state = 1u;
        for (var i = 0; i < 50_000; i++)
        {
            state = (state * 1664525) + 1013904223;
            rows.Append(state).Append(',').Append(i).Append('\n');
        }

        var whole = WrittenFile.Gzip(Encoding.ASCII.GetBytes(rows.ToString()));
        using var file = new WrittenFile(whole[..(whole.Length * 3 / 4)]);

        var fault = file.Fault();

        Assert.Contains("the gzip data is damaged or cut off", fault.Message, StringComparison.Ordinal);
        Assert.InRange(fault.Line ?? 0, 10_000, 49_000);
    }

    [Fact]
    public void Open_Utf8ByteOrderMark_IsSkipped()
    {
        using var file = new WrittenFile("\uFEFF" + Text);

        Assert.Equal(Table, file.ReadAll());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Open_Utf16WithByteOrderMark_IsRead(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        byte[] content = [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)];
        using var plain = new WrittenFile(content);
        using var zipped = new WrittenFile(WrittenFile.Gzip(content));

        Assert.Equal(Table, plain.ReadAll());
        Assert.Equal(Table, zipped.ReadAll());
    }

    [Fact]
    public void Read_Utf16CutInACharacter_IsAFault()
    {
        using var file = new WrittenFile([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a,b\n1,2")[..^1]]);

        Assert.Contains("the UTF-16 text is damaged or cut off", file.Fault().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PK\u0003\u0004rest of it", "an Excel workbook or a zip archive")]
    [InlineData("PAR1\u0015\u0004rest", "a Parquet file")]
    public void Open_AnotherFormat_NamesIt(string content, string name)
    {
        using var file = new WrittenFile(content);

        Assert.Equal($"this is {name}; save or export it as CSV (plain or gzip)", file.Fault().Problem);
    }

    [Fact]
    public void Open_HeaderThatBeginsLikeAnotherFormat_IsRead()
    {
        using var file = new WrittenFile("PAR1,PKs\n1,2\n");

        Assert.Equal([["PAR1", "PKs"], ["1", "2"]], file.ReadAll());
    }

    [Fact]
    public void Open_Pipe_IsReadWithoutProgress()
    {
        using var reader = DelimitedFile.Open("-", null, _ => new PeekedStream(new MemoryStream(Encoding.UTF8.GetBytes(Text))));

        Assert.Null(reader.Progress);
        Assert.True(reader.Read());
        Assert.Equal(["Mo", "5 €"], WrittenFile.Record(reader));
    }

    [Fact]
    public void Open_Fault_ClosesTheFile()
    {
        using var stream = new MemoryStream("a,a\n"u8.ToArray());

        Assert.Throws<FileFaultException>(() => DelimitedFile.Open("x.csv", null, _ => stream));

        Assert.False(stream.CanRead);
    }

    private sealed class PiecewiseStream(byte[] content, int pieceBytes) : MemoryStream(content)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(pieceBytes, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(pieceBytes, count));
    }
}
