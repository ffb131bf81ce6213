using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Policies.Checks;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Evidence;

/// <summary>What a changed policy would have answered, beside what was answered. Nothing is changed.</summary>
/// <param name="Rulings">In the order of the trail, with their records.</param>
/// <param name="IsCut">Whether there were more than were looked at: the newest were.</param>
public sealed record PolicyTrial(IReadOnlyList<(long Record, SimulatedRuling Ruling)> Rulings, bool IsCut)
{
    private static readonly string[] Kinds = [AuditKinds.Of<RulingGiven>()];

    /// <summary>Rules again on everything on record.</summary>
    /// <param name="trail">The record.</param>
    /// <param name="book">The changed policy.</param>
    /// <param name="plays">Definitions in force.</param>
    /// <param name="play">Only this one; null for all.</param>
    /// <param name="since">From when on; null for the beginning.</param>
    /// <param name="most">At most so many, the newest.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<PolicyTrial> RunAsync(
        IAuditTrail trail, PolicyBook book, IReadOnlyList<Play> plays, string? play, DateTimeOffset? since, int most, CancellationToken cancellationToken)
    {
        var (given, isCut) = await GivenAsync(trail, play, since, most, cancellationToken);
        return new([.. given.Select(each => each.Record).Zip(PolicySimulation.Of(given.Select(each => each.Given), book, plays))], isCut);
    }

    /// <summary>Rulings on record, the newest of them, in the order of the trail.</summary>
    public static async Task<(IReadOnlyList<(long Record, RulingGiven Given)> Rulings, bool IsCut)> GivenAsync(
        IAuditTrail trail, string? play, DateTimeOffset? since, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trail);
        var given = new List<(long Record, RulingGiven Given)>();
        await foreach (var record in trail.ReadAsync(new() { Kinds = Kinds, NewestFirst = true, Play = play, Since = since }, cancellationToken))
        {
            if (given.Count == most)
            {
                given.Reverse();
                return (given, true);
            }

            given.Add((record.Sequence, (RulingGiven)record.Entry.Event));
        }

        given.Reverse();
        return (given, false);
    }
}
