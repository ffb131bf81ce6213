namespace Optimizer.Workflows;

/// <summary>The engine cannot make anything durable at the moment, so the request was not taken; nothing of it was kept.</summary>
public sealed class EngineUnavailableException : Exception
{
    public EngineUnavailableException(string problem, Exception? inner = null)
        : base($"the request was not taken: {problem}", inner) => Problem = problem;

    /// <summary>What stands in the way, such as a full disk.</summary>
    public string Problem { get; }
}
