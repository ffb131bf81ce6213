namespace Optimizer.Workflows.Definitions.Documents;

/// <summary>Ends the reading of a document that goes beyond what is read; never leaves <see cref="NodeReader"/>.</summary>
internal sealed class UnreadableException(int line, string message) : Exception(message)
{
    /// <summary>Line within the document, from 1.</summary>
    public int Line { get; } = line;
}
