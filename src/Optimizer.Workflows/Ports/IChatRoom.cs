using Optimizer.Domain.Approvals;
using Optimizer.Workflows.Notices;

namespace Optimizer.Workflows.Ports;

/// <summary>
/// A channel of a chat in which questions are answered by button. That the chat does not answer is an answer, not an exception: the record
/// is the truth, and what is shown follows it (OPERATORS 4.5).
/// </summary>
public interface IChatRoom
{
    /// <summary>Id of the channel.</summary>
    string Channel { get; }

    /// <summary>Shows how a question stands in one of its messages, whichever was looked at.</summary>
    /// <param name="message">The message, as the chat names it.</param>
    /// <param name="card">The question as it stands.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    Task<SinkAnswer> ShowAsync(string message, ApprovalCard card, CancellationToken cancellationToken);

    /// <summary>Says something that one person alone sees.</summary>
    /// <param name="person">Id of the person in the chat.</param>
    /// <param name="text">Plain text; text of others may stand in it.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    Task<SinkAnswer> WhisperAsync(string person, string text, CancellationToken cancellationToken);

    /// <summary>Asks one person why they say no, in a form that opens before them.</summary>
    /// <param name="trigger">What the chat gave with their click: it opens one form, within seconds.</param>
    /// <param name="message">The message that they clicked; comes back with the form.</param>
    /// <param name="card">The question.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    Task<SinkAnswer> AskReasonAsync(string trigger, string message, ApprovalCard card, CancellationToken cancellationToken);
}
