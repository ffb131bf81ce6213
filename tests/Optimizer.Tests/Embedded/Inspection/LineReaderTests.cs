using System.Text;
using Optimizer.Embedded.Inspection.Door;

namespace Optimizer.Tests.Embedded.Inspection;

public class LineReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100_000)]
    public async Task Read_Lines_AreGivenWholeHoweverTheyCome(int piece)
    {
        string[] lines = ["", "a", new string('b', 9999), "", "cc", new string('d', 10_000)];
        var reader = new LineReader(new Pieces(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\nrest without an end"), piece), 10_000);

        foreach (var line in lines)
        {
            Assert.Equal(line, Encoding.UTF8.GetString((await reader.ReadAsync(default))!.Value.Span));
        }

        Assert.Null(await reader.ReadAsync(default));
    }

    [Theory]
    [InlineData("aaaaaaaaaaa\n")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task Read_LongerThanMayBe_IsRefused(string text)
    {
        var reader = new LineReader(new Pieces(Encoding.UTF8.GetBytes(text), 4), 10);

        await Assert.ThrowsAsync<InvalidDataException>(async () => await reader.ReadAsync(default));
    }

    private sealed class Pieces(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
