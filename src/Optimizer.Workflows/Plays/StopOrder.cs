using Optimizer.Workflows.Experiments;

namespace Optimizer.Workflows.Plays;

/// <param name="Experiment">Its id.</param>
/// <param name="Stop">Who wants it stopped, and why.</param>
public sealed record StopOrder(string Experiment, StopCommand Stop);
