using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Optimizer.Connectors.Files;
using Optimizer.Testing;

namespace Optimizer.Tests.Connectors.Files;

public class DelimitedReaderProperties
{
    // Dense in what can go wrong; the rest comes from FsCheck's own strings.
    private static readonly Gen<string> Value = Gen.OneOf(
        Gen.Elements("\"", ",", ";", "\t", "|", "\r", "\n", "\r\n", "a", " ", "é", "𝄞", "", "longer than one vector of bytes, surely")
            .ListOf().Select(string.Concat),
        ArbMap.Default.GeneratorFor<string>().Select(Readable));

    private static readonly Gen<Written> Tables =
        from columns in Gen.Choose(1, 20)
        from rows in Value.ArrayOf(columns).ListOf()
        from delimiter in Gen.Elements(',', ';', '\t', '|')
        from lineEnd in Gen.Elements("\n", "\r\n", "\r")
        from quoteAll in Gen.Elements(true, false)
        from lastEnd in Gen.Elements(true, false)
        from zipped in Gen.Elements(true, false)
        from bufferBytes in Gen.OneOf(Gen.Choose(1, 80), Gen.Constant(1 << 17))
        select new Written(columns, [.. rows], delimiter, lineEnd, quoteAll, lastEnd, zipped, bufferBytes);

    [Fact]
    public void Read_AnyWrittenTable_ReadsBackTheSame() =>
        Prop.ForAll(Tables.ToArbitrary(), written =>
        {
            var options = new DelimitedOptions { Delimiter = written.Delimiter, BufferBytes = written.BufferBytes };
            using var reader = DelimitedFile.Open("f", options, _ => new MemoryStream(written.Bytes()));
            var rows = written.Rows.TakeWhile(row => reader.Read() && row.SequenceEqual(WrittenFile.Record(reader))).Count();

            return rows == written.Rows.Count && !reader.Read();
        }).Check(Laws.Of(1000));

    [Fact]
    public void Read_AnyBytes_ReadsOrFaultsTheSameWithAnyBuffer() =>
        Prop.ForAll(
            Gen.Elements<byte>(0, (byte)'"', (byte)',', (byte)'\n', (byte)'\r', (byte)'a', (byte)'b', 0xC3, 0xA9, 0x1F).ArrayOf().ToArbitrary(),
            Gen.Choose(1, 20).ToArbitrary(),
            (bytes, bufferBytes) => Outcome(bytes, bufferBytes) == Outcome(bytes, 1 << 17))
        .Check(Laws.Of(2000));

    // The record fills the window up to its limit, and the file ends there: whether its end was seen must not matter.
    [Theory]
    [InlineData("aaa,\"bbbbbbbbbbbbbbbbbbbbbbbb\"a")]
    [InlineData("aaa,\"bbbbbbbbbbbbbbbbbbbbbbbbb\"")]
    [InlineData("aaa,\"bbbbbbbbbbbbbbbbbbbbbbbbbb")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r")]
    public void Read_RecordThatFillsTheWindow_FaultsTheSameWithAnyBuffer(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        Assert.Contains("30 bytes", Outcome(bytes, 1 << 17), StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 40), bufferBytes => Assert.Equal(Outcome(bytes, 1 << 17), Outcome(bytes, bufferBytes)));
    }

    private static string Outcome(byte[] bytes, int bufferBytes)
    {
        var seen = new StringBuilder();
        try
        {
            var options = new DelimitedOptions { Delimiter = ',', MaxRecordBytes = 30, BufferBytes = bufferBytes };
            using var reader = DelimitedFile.Open("f", options, _ => new MemoryStream([(byte)'a', .. bytes]));
            seen.AppendJoin('¦', reader.Header);
            while (reader.Read())
            {
                seen.Append(reader.Line).AppendJoin('¦', WrittenFile.Record(reader));
            }
        }
        catch (FileFaultException fault)
        {
            seen.Append(fault.Message);
        }

        return seen.ToString();
    }

    // NUL is refused by design, and a lone surrogate has no UTF-8 form.
    private static string Readable(string? text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? "")).Replace("\0", "", StringComparison.Ordinal);

    private sealed record Written(
        int Columns, IReadOnlyList<string[]> Rows, char Delimiter, string LineEnd, bool QuoteAll, bool LastEnd, bool Zipped, int BufferBytes)
    {
        public byte[] Bytes()
        {
            var header = Enumerable.Range(0, Columns).Select(i => $"c{i}").ToArray();
            var text = string.Join(LineEnd, Rows.Prepend(header).Select(row => string.Join(Delimiter, row.Select(Field))));
            var bytes = Encoding.UTF8.GetBytes(LastEnd ? text + LineEnd : text);
            return Zipped ? WrittenFile.Gzip(bytes) : bytes;
        }

        // RFC 4180; an empty value alone on its line needs quotes, or it would be a blank line.
        private string Field(string value) =>
            QuoteAll || value.AsSpan().ContainsAny("\"\r\n") || value.Contains(Delimiter) || (Columns == 1 && value.Length == 0)
                ? "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
                : value;
    }
}
