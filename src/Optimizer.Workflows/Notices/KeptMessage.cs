namespace Optimizer.Workflows.Notices;

/// <summary>A message that a sink keeps up to date, so that there is one for each object and not a stream (OPERATORS 4.4).</summary>
/// <param name="About">What it is about.</param>
/// <param name="Place">As the sink finds it again, such as 1503435956.000247 in a channel of Slack.</param>
/// <param name="Shown">Hash of what it shows.</param>
/// <param name="IsOpen">Whether its object may still change without a notice that says so.</param>
/// <param name="At">When it was changed last.</param>
public sealed record KeptMessage(string About, string Place, string Shown, bool IsOpen, DateTimeOffset At);
