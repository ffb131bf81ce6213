using Optimizer.Embedded.Inspection.Door;
using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Inspection;

/// <summary>Opens an engine's file to look at, whether an engine runs on it or not.</summary>
public static class EngineView
{
    // Who else looks at the file holds it for a moment, and an engine has no door yet while it opens.
    private const int Tries = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    /// <exception cref="EngineViewException">There is no such file, it cannot be read, or the engine on it does not answer.</exception>
    public static Task<IEngineView> OpenAsync(string file, TimeProvider clock, CancellationToken cancellationToken = default) =>
        OpenAsync(file, clock, Tries, cancellationToken);

    internal static async Task<IEngineView> OpenAsync(string file, TimeProvider clock, int tries, CancellationToken cancellationToken = default)
    {
        for (var left = tries; ; left--)
        {
            try
            {
                return EngineInspector.Open(file, clock);
            }
            catch (EngineFileException fault) when (fault.IsInUse)
            {
                if (await EngineDoorClient.TryConnectAsync(file, Patience, cancellationToken).ConfigureAwait(false) is { } client)
                {
                    return client;
                }

                if (left <= 1)
                {
                    var holder = FileLock.Noted(Path.GetFullPath(file))?.ToString() ?? "another process";
                    throw new EngineViewException(
                        ViewProblem.Unreachable,
                        $"{file}: is in use by {holder}, which does not answer questions: it is opening or stopping, stands still, or has another user or another directory for temporary files",
                        fault);
                }
            }
            catch (EngineFileException fault)
            {
                throw new EngineViewException(ViewProblem.Failed, fault.Message, fault);
            }
        }
    }
}
