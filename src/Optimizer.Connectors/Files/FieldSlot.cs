namespace Optimizer.Connectors.Files;

/// <summary>Where a field's value stands in the buffer, and whether it still holds doubled quotes.</summary>
internal record struct FieldSlot(int Start, int Length, bool HasDoubledQuotes);
