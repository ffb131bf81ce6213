using Optimizer.Embedded.Records;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Standalone.Plays;

/// <summary>The plays in force in a data directory.</summary>
internal static class PlayShelf
{
    /// <summary>All of them; none where nothing was recorded yet.</summary>
    /// <exception cref="RecordFileException">The records cannot be read.</exception>
    public static async Task<PlayFiles> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        RecordStore records;
        try
        {
            records = RecordStore.OpenToRead(Path.Combine(folder, RecordOptions.FileName), new());
        }
        catch (RecordFileException fault) when (fault.IsAbsent)
        {
            return new([], []);
        }

        using (records)
        {
            var plays = new List<FoundPlay>();
            var problems = new List<DefinitionProblem>();
            foreach (var name in await records.Plays.ListAsync(cancellationToken))
            {
                if (await records.Plays.FindAsync(name, cancellationToken) is { } stored)
                {
                    Add(stored, plays, problems);
                }
            }

            return new(plays, problems);
        }
    }

    private static void Add(StoredText stored, List<FoundPlay> plays, List<DefinitionProblem> problems)
    {
        var read = PlayFile.Read(stored.Text, $"{stored.Name} (in force, from {stored.File})");
        problems.AddRange(read.Problems);
        plays.AddRange(read.Plays.Select(document => new FoundPlay(document, stored.File) { Hash = stored.Hash, InForceSince = stored.At }));
    }
}
