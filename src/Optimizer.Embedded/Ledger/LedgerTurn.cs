using System.Diagnostics;
using Optimizer.Embedded.Records;

namespace Optimizer.Embedded.Ledger;

/// <summary>
/// Whose turn it is to write, among processes. SQLite lets writers take turns too, but looks again only every 100 ms, so that one which always
/// has more keeps the others out; and in the version that is bound, two that write and tidy the log at one moment can damage it.
/// </summary>
/// <param name="file">The ledger's; null for one in memory, which nobody else writes.</param>
/// <param name="patience">How long to wait.</param>
internal sealed class LedgerTurn(string? file, TimeSpan patience)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    /// <summary>Waits for the turn; it is over when what is returned is disposed, or the process dies.</summary>
    /// <exception cref="RecordFileException">It did not come in time, or the folder cannot be written.</exception>
    public IDisposable? Take()
    {
        if (file is null)
        {
            return null;
        }

        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(file + ".turn", new FileStreamOptions
                {
                    Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0,
                });
            }
            catch (UnauthorizedAccessException problem)
            {
                throw new RecordFileException(file, $"its folder cannot be written: {problem.Message}", problem);
            }
            catch (IOException problem) when (!Directory.Exists(Path.GetDirectoryName(file)))
            {
                throw new RecordFileException(file, $"its folder is gone: {problem.Message}", problem) { MayPass = true };
            }
            catch (IOException problem)
            {
                if (Stopwatch.GetElapsedTime(since) > patience)
                {
                    throw new RecordFileException(file, "another process is writing it and did not finish in time; try again", problem) { MayPass = true };
                }

                Thread.Sleep(Pause);
            }
        }
    }
}
