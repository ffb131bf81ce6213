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
    // Held by one that waits, so that whoever writes sees that.
    private readonly string _asking = file + ".asking";

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
        FileStream? asking = null;
        try
        {
            while (true)
            {
                if (Try(file + ".turn", out var problem) is { } turn)
                {
                    return turn;
                }

                asking ??= Try(_asking, out _);
                if (Stopwatch.GetElapsedTime(since) > patience)
                {
                    throw new RecordFileException(file, "another process is writing it and did not finish in time; try again", problem) { MayPass = true };
                }

                Thread.Sleep(Pause);
            }
        }
        finally
        {
            asking?.Dispose();
        }
    }

    /// <summary>Whether another process waits for the turn: then a change that could go on should end.</summary>
    public bool IsAsked()
    {
        using var asking = file is null || !File.Exists(_asking) ? null : Try(_asking, out _);
        return asking is null && file is not null && File.Exists(_asking);
    }

    // Open to one at a time; the system closes it when its process dies. Null when another has it.
    private FileStream? Try(string lockFile, out IOException? problem)
    {
        try
        {
            problem = null;
            return new FileStream(lockFile, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                BufferSize = 0,
            });
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new RecordFileException(file!, $"its folder cannot be written: {denied.Message}", denied);
        }
        catch (IOException gone) when (!Directory.Exists(Path.GetDirectoryName(file)))
        {
            throw new RecordFileException(file!, $"its folder is gone: {gone.Message}", gone) { MayPass = true };
        }
        catch (IOException taken)
        {
            problem = taken;
            return null;
        }
    }
}
