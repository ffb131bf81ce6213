using System.Globalization;
using Optimizer.Domain.Notices;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tables.Notices;

/// <summary>What becomes of one notice at the sinks, within a change.</summary>
internal sealed class NoticeTaking(OutboxRows rows, OutboxChange change, Notice notice, string key, DateTimeOffset at)
{
    /// <summary>The object's row with what held parcels have become.</summary>
    public async Task<AboutRow> PastAsync(AboutRow about, CancellationToken cancellationToken)
    {
        foreach (var parcels in about.Told.Select(told => told.Parcels))
        {
            foreach (var (sink, told) in parcels.Where(each => each.Value.HeldUntil is not null).ToList())
            {
                if ((await change.FindAsync(told.Number, cancellationToken))?.State != ParcelState.Waiting)
                {
                    parcels[sink] = told with { HeldUntil = null };
                }
            }
        }

        return about;
    }

    /// <summary>Makes the parcels, and gives the object's row as it is then.</summary>
    public async Task<AboutRow> TakeAsync(AboutRow about, IReadOnlyList<SinkRuling> rulings, CancellationToken cancellationToken)
    {
        var kept = new KeptNotice(key, at, about.Version + 1, notice);
        var own = new ToldBefore(key, at, Outbox.Facts(notice), new(StringComparer.Ordinal));
        foreach (var (sink, ruling) in rulings)
        {
            var parcel = ruling switch
            {
                { Turn: NoticeTurn.Send } => Make($"{sink}/{key}", sink, kept, at, ParcelState.Waiting, ruling.Why),
                { Turn: NoticeTurn.Drop } => Make($"{sink}/{key}", sink, kept, at, ParcelState.Dropped, ruling.Why),
                { Turn: NoticeTurn.Hold, Until: { } until } => await HoldAsync(sink, kept, until, ruling.Why, cancellationToken),
                _ => throw new ArgumentOutOfRangeException(nameof(rulings), ruling, "unknown ruling on a notice"),
            };
            if (ruling.Turn != NoticeTurn.Drop)
            {
                await ReplaceAsync(about, sink, cancellationToken);
                own.Parcels[sink] = new(parcel.Number, parcel.IsDigest ? parcel.Due : null);
            }
        }

        return about.And(own);
    }

    private async Task<Parcel> HoldAsync(string sink, KeptNotice kept, DateTimeOffset until, string why, CancellationToken cancellationToken)
    {
        await foreach (var waiting in rows.WaitingAsync(sink, until, until, cancellationToken))
        {
            if (waiting.IsOpen && await change.FindAsync(waiting.Number, cancellationToken) is { State: ParcelState.Waiting } digest)
            {
                var more = digest with { Notices = [.. digest.Notices, kept] };
                change.Put(more);
                return more;
            }
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{sink}/digest/{until.UtcDateTime:yyyy-MM-ddTHH:mm}/{change.Notice}");
        return Make(name, sink, kept, until, ParcelState.Waiting, why, isDigest: true);
    }

    // Held back with an earlier word on the same object: only the last word is told. What is due may be on its way and stays as it is.
    private async Task ReplaceAsync(AboutRow about, string sink, CancellationToken cancellationToken)
    {
        foreach (var earlier in about.Told)
        {
            if (earlier.Parcels.GetValueOrDefault(sink) is { HeldUntil: { } until } told && until > at
                && await change.FindAsync(told.Number, cancellationToken) is { State: ParcelState.Waiting } parcel)
            {
                var left = parcel.Notices.Where(each => each.Key != earlier.Key).ToList();
                change.Put(left.Count > 0 ? parcel with { Notices = left } : parcel with { Notices = left, State = ParcelState.Replaced, NextTry = at });
                _ = earlier.Parcels.Remove(sink);
            }
        }
    }

    private Parcel Make(string name, string sink, KeptNotice kept, DateTimeOffset due, ParcelState state, string why, bool isDigest = false) => change.Make(number => new()
    {
        Number = number,
        Key = name,
        Sink = sink,
        IsDigest = isDigest,
        Notices = [kept],
        Due = due,
        NextTry = due,
        State = state,
        Why = why,
    });
}
