using Optimizer.Workflows.Experiments;

namespace Optimizer.Workflows.Plays;

/// <param name="Experiment">Its id.</param>
/// <param name="Command">Who and why.</param>
public sealed record StopOrder(string Experiment, StopCommand Command);
