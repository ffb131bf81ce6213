using Optimizer.Domain.Attribution;

namespace Optimizer.Workflows.Ports;

/// <summary>
/// What visitors did: append-only, each event once by its id, with running sums per variant and assignment day. What a member answers is
/// durable when it answers. Thread safe.
/// </summary>
public interface IAttributionLedger
{
    /// <summary>
    /// Makes an experiment known, or changes its shares or end; its variants, zone and start stay as they were first said. Said twice is said
    /// once. Events that were set aside because it was not known are counted now.
    /// </summary>
    /// <exception cref="ArgumentException">It cannot be one: fewer than two variants, a name twice, shares that do not sum to 1, an unknown zone.</exception>
    Task PutAsync(LedgerExperiment experiment, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Null when it is not known.</summary>
    Task<LedgerExperiment?> FindAsync(string experiment, CancellationToken cancellationToken);

    /// <summary>Appends in order. A unit's first event assigns it when it was not; one that contradicts its variant is set aside.</summary>
    /// <returns>One answer per event, in order.</returns>
    Task<IReadOnlyList<EventAnswer>> AppendAsync(IReadOnlyList<AttributionEvent> events, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// The unit's variant for ever: the one it has, else the one proposed. Null for an experiment that is not known, and for a new unit
    /// of one that was closed.
    /// </summary>
    /// <param name="experiment">Its id.</param>
    /// <param name="unit">Of the visitor.</param>
    /// <param name="variant">Index proposed for a unit that is new.</param>
    /// <param name="at">Now: its day is the unit's assignment day.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<int?> AssignAsync(string experiment, string unit, int variant, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The variant a unit was assigned; null when it was not.</summary>
    Task<int?> AssignedAsync(string experiment, string unit, CancellationToken cancellationToken);

    /// <summary>All running sums of an experiment, by day: as many as it has variants and days, whatever the number of events.</summary>
    Task<IReadOnlyList<VariantTotal>> TotalsAsync(string experiment, CancellationToken cancellationToken);

    /// <summary>Exact sums over the events themselves, per variant and name.</summary>
    Task<IReadOnlyList<LedgerSum>> SumAsync(LedgerQuery query, CancellationToken cancellationToken);

    /// <summary>Events themselves, in the order in which they were taken. They name units: personal data.</summary>
    /// <param name="query">Which.</param>
    /// <param name="after">Number of the last row before; 0 for the first.</param>
    /// <param name="most">At most so many; at least 1.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<IReadOnlyList<LedgerRow>> RowsAsync(LedgerQuery query, long after, int most, CancellationToken cancellationToken);

    /// <summary>Keeps what was sent and is no event, such as a line that is no JSON: each key once.</summary>
    Task SetAsideAsync(IReadOnlyList<RefusedRow> rows, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>How many rows are set aside and not counted, by code (S3-016).</summary>
    Task<IReadOnlyDictionary<string, long>> QuarantineAsync(CancellationToken cancellationToken);

    /// <summary>Experiments that are known, by id.</summary>
    Task<IReadOnlyList<LedgerExperiment>> ExperimentsAsync(CancellationToken cancellationToken);

    /// <summary>Everything that differs from what was once written, in words; empty when nothing does (S3-045). Reads all of it.</summary>
    Task<IReadOnlyList<string>> VerifyAsync(CancellationToken cancellationToken);
}
