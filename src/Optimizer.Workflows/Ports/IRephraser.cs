namespace Optimizer.Workflows.Ports;

/// <summary>Puts sentences into other words; says nothing of its own. What it gives back is untrusted and is checked.</summary>
public interface IRephraser
{
    /// <summary>Id of the model, as configured; stands on every answer that it worded (C40, S1-058).</summary>
    string Model { get; }

    /// <summary>The sentences in other words, for the question.</summary>
    /// <param name="question">As it was asked; untrusted.</param>
    /// <param name="text">What the templates say to it, with ids of records in brackets; holds text of others, which is untrusted.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Null when the model gave nothing; an exception when it could not be asked.</returns>
    Task<string?> RephraseAsync(string question, string text, CancellationToken cancellationToken);
}
