namespace Optimizer.Workflows.Attribution;

/// <summary>The UTF-8 text of a field of the present row; empty when it is absent.</summary>
/// <param name="place">In <see cref="EventText.Fields"/>.</param>
public delegate ReadOnlySpan<byte> FieldOf(int place);
