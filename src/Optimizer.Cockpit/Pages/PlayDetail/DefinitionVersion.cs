namespace Optimizer.Cockpit.Pages.PlayDetail;

/// <summary>A definition that came into force.</summary>
/// <param name="Hash">Of its text.</param>
/// <param name="At">When it was first used.</param>
/// <param name="Sequence">Of the record that says so.</param>
public sealed record DefinitionVersion(string Hash, DateTimeOffset At, long Sequence);
