namespace Optimizer.Workflows.Ports;

/// <summary>What a signed link was used for.</summary>
/// <param name="Nonce">Says which link.</param>
/// <param name="Approval">The question's id.</param>
/// <param name="Approve">Yes or no.</param>
/// <param name="Comment">Why.</param>
/// <param name="At">When.</param>
public sealed record LinkUse(string Nonce, string Approval, bool Approve, string? Comment, DateTimeOffset At);
