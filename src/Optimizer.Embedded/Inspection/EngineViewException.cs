namespace Optimizer.Embedded.Inspection;

/// <summary>A question about an engine's file has no answer; the message says why, in one line.</summary>
public sealed class EngineViewException : Exception
{
    public EngineViewException(ViewProblem problem, string message, Exception? inner = null)
        : base(message, inner) => Problem = problem;

    /// <summary>What kind of problem.</summary>
    public ViewProblem Problem { get; }
}
