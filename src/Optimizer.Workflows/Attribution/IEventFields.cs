namespace Optimizer.Workflows.Attribution;

/// <summary>The fields of the present row of a table.</summary>
public interface IEventFields
{
    /// <summary>The UTF-8 text of a field; empty when it is absent.</summary>
    /// <param name="place">In <see cref="EventText.Fields"/>.</param>
    ReadOnlySpan<byte> this[int place] { get; }
}
