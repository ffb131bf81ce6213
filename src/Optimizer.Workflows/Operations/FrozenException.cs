namespace Optimizer.Workflows.Operations;

/// <summary>Nothing outside is changed now, restoring control included. The step that wanted to is tried again until it may.</summary>
/// <param name="target">What was about to be changed.</param>
/// <param name="why">Who or what froze it.</param>
public sealed class FrozenException(string target, string why) : InvalidOperationException($"{why}: {target} is changed when the freeze is over");
