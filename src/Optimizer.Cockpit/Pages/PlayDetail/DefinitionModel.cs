using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Pages.PlayDetail;

/// <summary>A definition of a play as it was written.</summary>
/// <param name="Slug">Of the play.</param>
/// <param name="Text">The definition.</param>
/// <param name="IsInForce">Whether it is the one in force.</param>
/// <param name="Versions">All that were in use, newest first.</param>
/// <param name="Before">The version it followed; null for the first, or when it was never used.</param>
/// <param name="Changes">What is other than in the version before; empty without one.</param>
public sealed record DefinitionModel(
    string Slug, StoredText Text, bool IsInForce, IReadOnlyList<DefinitionVersion> Versions, string? Before, IReadOnlyList<ChangedLine> Changes);
