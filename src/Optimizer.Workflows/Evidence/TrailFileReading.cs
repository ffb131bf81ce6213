using System.Text;
using Optimizer.Domain.Audit;

namespace Optimizer.Workflows.Evidence;

/// <summary>What an exported trail is found to be.</summary>
/// <param name="Records">Records that could be read.</param>
/// <param name="IsPart">Whether it was exported as a part of a trail.</param>
/// <param name="Faults">Everything that was done to it since, by line where no record can be named.</param>
/// <param name="Orphans">Records that stand alone; of a whole trail only.</param>
public sealed record TrailFileReading(long Records, bool IsPart, IReadOnlyList<ChainFault> Faults, IReadOnlyList<Orphan> Orphans)
{
    /// <summary>Reads a file of lines as <see cref="TrailLines"/> writes them, each ended by a line feed.</summary>
    /// <param name="utf8">All of its bytes; a byte that is no UTF-8 shows as a fault of its line.</param>
    public static TrailFileReading Of(ReadOnlySpan<byte> utf8)
    {
        var (links, faults, end) = (new List<ChainLink>(), new List<ChainFault>(), (TrailEnd?)null);
        var text = Encoding.UTF8.GetString(utf8);
        if (!text.EndsWith('\n'))
        {
            faults.Add(new(0, "the last line is cut off"));
        }

        foreach (var (number, line) in (text.EndsWith('\n') ? text[..^1] : text).Split('\n').Index())
        {
            switch (TrailLines.Read(line))
            {
                case ChainLink link when end is null:
                    links.Add(link);
                    break;
                case TrailEnd last when end is null:
                    end = last;
                    break;
                case null:
                    faults.Add(new(0, $"line {number + 1} is not as it was written"));
                    break;
                default:
                    faults.Add(new(0, $"line {number + 1} stands after the end of the trail"));
                    break;
            }
        }

        if (end is null)
        {
            faults.Add(new(0, "the last line, which says where the trail ends, is missing: records may have been cut off"));
        }
        else if (end.Records != links.Count)
        {
            faults.Add(new(0, $"there are {links.Count} records, the last line says {end.Records}"));
        }

        var isPart = end?.IsPart == true;
        faults.AddRange(isPart ? AuditChain.VerifyPart(links) : AuditChain.Verify(links, end?.Head));
        var orphans = isPart ? [] : OrphansOf(links, faults);
        return new(links.Count, isPart, faults, orphans);
    }

    private static IReadOnlyList<Orphan> OrphansOf(List<ChainLink> links, List<ChainFault> faults)
    {
        var orphans = new Domain.Audit.Orphans();
        foreach (var link in links)
        {
            try
            {
                orphans.Add(new(link.Sequence, link.Key, link.Text, link.PreviousHash, link.Hash, AuditText.Read(link.Text)));
            }
            catch (UnreadablePayloadException unreadable)
            {
                faults.Add(new(link.Sequence, $"its text cannot be read: {unreadable.Message}"));
            }
        }

        return orphans.Found();
    }
}
