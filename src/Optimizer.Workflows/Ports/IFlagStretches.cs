namespace Optimizer.Workflows.Ports;

/// <summary>How flags stood over time: which shares were in force when a unit was assigned.</summary>
public interface IFlagStretches
{
    /// <summary>All stretches of an experiment's flag, oldest first, also after it was removed; empty when there never was one.</summary>
    Task<IReadOnlyList<FlagStretch>> StretchesAsync(string experiment, CancellationToken cancellationToken);
}
