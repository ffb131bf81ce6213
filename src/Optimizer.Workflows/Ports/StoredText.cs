namespace Optimizer.Workflows.Ports;

/// <param name="Name">A play's slug, or "policy".</param>
/// <param name="Hash">First 16 hexadecimal digits of the SHA-256 of the text.</param>
/// <param name="Text">YAML or JSON, one document.</param>
/// <param name="File">Where it came from, for messages.</param>
/// <param name="At">When it came into force.</param>
public sealed record StoredText(string Name, string Hash, string Text, string File, DateTimeOffset At);
