using Optimizer.Domain.Notices;
using Optimizer.Workflows.Notices;

namespace Optimizer.Workflows.Ports;

/// <summary>
/// What was told, and what is still to be delivered where. What a member answers is durable when it answers. Thread safe.
/// </summary>
public interface INoticeStore
{
    /// <summary>Takes a notice and makes its parcels, all or nothing; a key that was taken before changes nothing.</summary>
    /// <param name="notice">What is told.</param>
    /// <param name="key">Unique for ever.</param>
    /// <param name="at">Now.</param>
    /// <param name="rule">
    /// What becomes of it at each sink; gets a question that answers what a sink was told before of the same object or KPI. Called inside the
    /// change, so that of two that say the same one is dropped.
    /// </param>
    /// <param name="cancellationToken">Stops it before the change.</param>
    /// <returns>Whether it was new.</returns>
    Task<bool> AddAsync(
        Notice notice, string key, DateTimeOffset at, Func<Func<string, IReadOnlyList<PastNotice>>, IReadOnlyList<SinkRuling>> rule, CancellationToken cancellationToken);

    /// <summary>
    /// Parcels of a sink that may go out now, oldest first, no two of one play: a parcel waits until every earlier one that is due and tells
    /// of the same play is delivered or given up.
    /// </summary>
    Task<IReadOnlyList<Parcel>> DueAsync(string sink, DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <summary>When the sink's next waiting parcel wants to be tried, at the earliest; null when none waits.</summary>
    Task<DateTimeOffset?> NextAsync(string sink, CancellationToken cancellationToken);

    /// <summary>Writes an attempt: it was delivered, or is tried again, or is given up. Nothing when the parcel does not wait any more.</summary>
    /// <param name="parcel">Its number.</param>
    /// <param name="attempt">What happened.</param>
    /// <param name="nextTry">When it is tried again; null when it is not.</param>
    /// <param name="cancellationToken">Stops it before the change.</param>
    Task MarkAsync(long parcel, ParcelAttempt attempt, DateTimeOffset? nextTry, CancellationToken cancellationToken);

    /// <summary>Parcels, newest first.</summary>
    Task<IReadOnlyList<Parcel>> ListAsync(ParcelQuery query, CancellationToken cancellationToken);

    /// <summary>Null when there is none of this number.</summary>
    Task<Parcel?> FindAsync(long parcel, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a parcel of the same content and key that goes out again; one that waits for its next attempt is only tried at once, and one
    /// that is held for later still goes out then.
    /// </summary>
    /// <returns>The parcel that goes out; null when there is none of this number, or nothing is left in it.</returns>
    Task<Parcel?> ReplayAsync(long parcel, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The message that a sink keeps about an object; null when it has none.</summary>
    Task<KeptMessage?> MessageAsync(string sink, string about, CancellationToken cancellationToken);

    /// <summary>Messages of a sink whose objects may still change, those that changed longest ago first.</summary>
    Task<IReadOnlyList<KeptMessage>> OpenMessagesAsync(string sink, int most, CancellationToken cancellationToken);

    /// <summary>Keeps a message in place of the one that the sink kept about the same object.</summary>
    Task KeepMessageAsync(string sink, KeptMessage message, CancellationToken cancellationToken);
}
