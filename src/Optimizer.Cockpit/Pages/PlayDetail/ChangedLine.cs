namespace Optimizer.Cockpit.Pages.PlayDetail;

/// <summary>A line that one of two texts has and the other has not.</summary>
/// <param name="Number">In the text that has it, from 1.</param>
/// <param name="IsNew">Whether the later text has it.</param>
/// <param name="Text">The line.</param>
public sealed record ChangedLine(int Number, bool IsNew, string Text)
{
    // Beyond this everything is shown as replaced: the table of a comparison grows with both lengths.
    private const int MostLines = 2_000;

    /// <summary>What is other in the later text: the fewest lines that were taken out and put in, in the order of the texts.</summary>
    public static IReadOnlyList<ChangedLine> Between(string earlier, string later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        var (old, now) = (earlier.ReplaceLineEndings("\n").Split('\n'), later.ReplaceLineEndings("\n").Split('\n'));
        if (old.Length > MostLines || now.Length > MostLines)
        {
            return [.. old.Select((line, at) => new ChangedLine(at + 1, false, line)), .. now.Select((line, at) => new ChangedLine(at + 1, true, line))];
        }

        // Length of the longest common run of lines of what is left of both.
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var (changes, at, to) = (new List<ChangedLine>(), 0, 0);
        while (at < old.Length || to < now.Length)
        {
            if (at < old.Length && to < now.Length && old[at] == now[to])
            {
                (at, to) = (at + 1, to + 1);
            }
            else if (at < old.Length && (to == now.Length || common[at + 1, to] >= common[at, to + 1]))
            {
                changes.Add(new(at + 1, false, old[at++]));
            }
            else
            {
                changes.Add(new(to + 1, true, now[to++]));
            }
        }

        return changes;
    }
}
