using System.Text;
using Optimizer.Domain.Audit;
using Optimizer.Testing;
using Optimizer.Tests.Domain.Audit;
using Optimizer.Workflows;
using Optimizer.Workflows.Evidence;

namespace Optimizer.Tests.Workflows.Evidence;

[Trait("Req", "S0-067")]
public class TrailFileReadingTests
{
    [Fact]
    public void Of_ExportedStory_IsSoundAndNothingStandsAlone()
    {
        var records = Story.Tell().Records();

        var reading = TrailFileReading.Of(Export([.. records.Select(Link)]));

        Assert.Equal((records.Count, false), (reading.Records, reading.IsPart));
        Assert.Empty(reading.Faults);
        Assert.Empty(reading.Orphans);
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x20)]
    [InlineData(0x80)]
    public void Of_AnyByteChanged_IsFound(byte change)
    {
        var whole = Export(Small());
        for (var place = 0; place < whole.Length; place++)
        {
            var changed = whole.ToArray();
            changed[place] ^= change;

            Assert.True(TrailFileReading.Of(changed).Faults.Count > 0, $"byte {place}, '{(char)whole[place]}' as '{(char)changed[place]}', was not found");
        }
    }

    [Fact]
    public void Of_CutOffAnywhere_IsFound()
    {
        var whole = Export(Small());

        Assert.All(Enumerable.Range(0, whole.Length), length => Assert.NotEmpty(TrailFileReading.Of(whole.AsSpan(0, length)).Faults));
    }

    [Fact]
    public void Of_LineTakenOutOrDoubledOrMoved_IsFound()
    {
        var lines = Encoding.UTF8.GetString(Export(Small())).Split('\n')[..^1];

        for (var place = 0; place < lines.Length; place++)
        {
            Assert.NotEmpty(Read([.. lines[..place], .. lines[(place + 1)..]]).Faults);
            Assert.NotEmpty(Read([.. lines[..(place + 1)], .. lines[place..]]).Faults);
            Assert.NotEmpty(Read([.. lines[(place + 1)..], .. lines[..(place + 1)], .. place == lines.Length - 1 ? ["{}"] : Array.Empty<string>()]).Faults);
        }
    }

    [Fact]
    public void Of_WholeTrailForgedAnewUnderTheOldHead_IsFound()
    {
        var small = Small();
        var forged = AuditChain.Next(TrailHead.Empty, small[0].Key, small[0].Text.Replace("0.01", "0.99", StringComparison.Ordinal));

        Assert.NotEmpty(TrailFileReading.Of(Export([forged, .. small[1..]], new(small.Count, small[^1].Hash))).Faults);
    }

    [Fact]
    public void Of_Part_NeedsNoNeighbours()
    {
        var small = Small();
        var text = TrailLines.Write(small[1]) + "\n" + TrailLines.Write(new TrailEnd(1, IsPart: true, new(small.Count, small[^1].Hash))) + "\n";

        var reading = TrailFileReading.Of(Encoding.UTF8.GetBytes(text));

        Assert.True(reading.IsPart);
        Assert.Empty(reading.Faults);
    }

    [Fact]
    public void Read_DamagedText_IsCarriedAsText()
    {
        var link = AuditChain.Next(TrailHead.Empty, "k", "no json\n{");

        Assert.Equal(link, TrailLines.Read(TrailLines.Write(link)));
    }

    private static List<ChainLink> Small()
    {
        var (head, trail) = (TrailHead.Empty, new List<ChainLink>());
        foreach (var entry in new[] { RecordSamples.Read(1), RecordSamples.Read(2), RecordSamples.Extended(3, "onboarding", "onboarding-1") })
        {
            trail.Add(AuditChain.Next(head, entry.Key, AuditText.Write(entry.Entry)));
            head = new(trail[^1].Sequence, trail[^1].Hash);
        }

        return trail;
    }

    private static TrailFileReading Read(IEnumerable<string> lines) => TrailFileReading.Of(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    private static byte[] Export(List<ChainLink> trail, TrailHead? head = null) => Encoding.UTF8.GetBytes(
        string.Concat(trail.Select(link => TrailLines.Write(link) + "\n"))
        + TrailLines.Write(new TrailEnd(trail.Count, IsPart: false, head ?? new(trail.Count, trail[^1].Hash))) + "\n");

    private static ChainLink Link(AuditRecord record) => new(record.Sequence, record.Key, record.Text, record.PreviousHash, record.Hash);
}
