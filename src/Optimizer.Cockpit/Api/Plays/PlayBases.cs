using System.Collections.Concurrent;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>Reads what plays go by, and again only when it may have changed: a tick of another play is no reason.</summary>
internal sealed class PlayBases(ServedLoop loop)
{
    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<string, PlayBasis> _kept = new(StringComparer.Ordinal);

    /// <summary>Null when there is no such play.</summary>
    public async ValueTask<PlayBasis?> ReadAsync(string slug, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var number = loop.Reads.Terms?.Invoke();
        if (number is not null && _kept.TryGetValue(slug, out var kept) && kept.Number == number)
        {
            return kept;
        }

        if (await loop.Reads.Plays.FindAsync(slug, cancellationToken) is not { } definition)
        {
            return null;
        }

        var terms = await loop.Terms.InForceAsync(slug, cancellationToken);
        var page = await loop.Reads.Register.ReadAsync(terms.Policy.Site, slug, now, cancellationToken);
        var basis = new PlayBasis(
            number, new(definition.Hash, definition.File, definition.At), terms, page, await loop.FreezeSeen.ReadAsync(cancellationToken));
        if (number is not null)
        {
            if (_kept.Count >= MostKept)
            {
                _kept.Clear();
            }

            _kept[slug] = basis;
        }

        return basis;
    }
}
