namespace Optimizer.Workflows.Ports;

/// <summary>Pages that people read: cards, briefs, playbook. Projections; writing the same again changes nothing.</summary>
public interface IArtifactStore
{
    /// <param name="path">Relative, with slashes: briefs/2026-W07/onboarding.md.</param>
    /// <param name="text">The whole page.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    Task WriteAsync(string path, string text, CancellationToken cancellationToken);

    Task<string?> ReadAsync(string path, CancellationToken cancellationToken);

    /// <summary>Paths under a folder, in order.</summary>
    Task<IReadOnlyList<string>> ListAsync(string folder, CancellationToken cancellationToken);
}
