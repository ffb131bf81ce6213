namespace Optimizer.Workflows.Ports;

/// <summary>Definitions and policy as text, by hash: what a decision named can be read again for ever.</summary>
public interface IPlayStore
{
    /// <summary>The text in force; null when there is none of this name.</summary>
    /// <param name="name">A play's slug, or "policy".</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<StoredText?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>A text that was in force once; null when unknown.</summary>
    Task<StoredText?> FindVersionAsync(string name, string hash, CancellationToken cancellationToken);

    /// <summary>Puts a text in force; the same text again changes nothing.</summary>
    Task<StoredText> PutAsync(string name, string text, string file, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Names in force, in order, policy left out.</summary>
    Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken);
}
