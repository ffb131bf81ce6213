using Optimizer.Embedded.Records;
using Optimizer.Standalone.Engine;

namespace Optimizer.Standalone.Commands;

/// <summary>A question to a file of the data directory that may be absent or refuse.</summary>
/// <param name="Terminal">Where the refusal goes.</param>
/// <param name="Absent">What to do when there is no such file yet.</param>
/// <param name="Stopped">What is said when the person stops it.</param>
internal sealed record FileQuestion(Terminal Terminal, string Absent, string Stopped)
{
    /// <summary>Turns a question without an answer into a line and an exit code.</summary>
    public async Task<int> TryAsync(Func<Task<int>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (RecordFileException problem)
        {
            return Terminal.Refuse(
                Plain.Text(problem.IsAbsent ? $"{problem.Message}; {Absent}, or name another directory with --data" : problem.Message),
                problem.IsAbsent ? ExitCode.NotFound : ExitCode.UpstreamFailure);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Terminal.Refuse(Stopped, ExitCode.UpstreamFailure);
        }
    }
}
