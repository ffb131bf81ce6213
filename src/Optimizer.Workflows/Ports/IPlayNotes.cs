namespace Optimizer.Workflows.Ports;

/// <summary>The notes of a campaign record that Optimizer keeps itself.</summary>
public interface IPlayNotes
{
    /// <summary>Notes of a play, newest first.</summary>
    /// <param name="play">Its slug.</param>
    /// <param name="before">Only notes of lower numbers; null for the newest.</param>
    /// <param name="most">At most so many, at least 1.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<IReadOnlyList<PlayNote>> ListAsync(string play, long? before, int most, CancellationToken cancellationToken);
}
