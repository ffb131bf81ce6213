using Optimizer.Workflows;

namespace Optimizer.Embedded.History;

/// <summary>How a generation ended.</summary>
internal abstract record Ending
{
    /// <summary>The workflow returned.</summary>
    public sealed record Completed(Payload Output) : Ending;

    /// <summary>The workflow threw.</summary>
    public sealed record Failed(Failure Failure) : Ending;

    /// <summary>The workflow continues as new.</summary>
    /// <param name="Input">Of the next generation.</param>
    /// <param name="Unread">Signals it was told and did not wait for, oldest first.</param>
    public sealed record Continued(Payload Input, IReadOnlyList<Message.Signalled> Unread) : Ending;
}
