using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Answers;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>
/// The answer about a play, kept as bytes as long as neither the engine nor the records have anything newer, and for a second only
/// where caps run down with the time. What was acknowledged is always in the next answer.
/// </summary>
internal sealed class PlayPages(ServedLoop loop, PlayBases bases, PlayReader reader)
{
    private const int MostKept = 12_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestFresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, KeptPage> _kept = new(StringComparer.Ordinal);

    public async Task<IResult> GetAsync(HttpContext context, string slug)
    {
        var cancel = context.RequestAborted;
        if (!Slugs.IsOne(slug))
        {
            return Problem.NotFound("play", slug);
        }

        var now = loop.Clock.GetUtcNow();
        if (await bases.ReadAsync(slug, now, cancel) is not { } basis)
        {
            return Problem.NotFound("play", slug);
        }

        if (_kept.TryGetValue(slug, out var kept) && ReferenceEquals(kept.Basis, basis) && now >= kept.At && now < kept.Until && await kept.Seen.HoldAsync(cancel))
        {
            return new BytesAnswer(kept.Body, kept.Tag);
        }

        var seen = new SeenStatuses(loop.Client);
        if (await reader.ReadAsync(slug, seen, cancel) is not { } play)
        {
            return Problem.NotFound("play", slug);
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(play, ApiJson.Options);
        var tag = EntityTags.Of(body);
        if (basis.Number is not null)
        {
            if (_kept.Count >= MostKept)
            {
                _kept.Clear();
            }

            _kept[slug] = new(seen, basis, now, Until(basis, now), body, tag);
        }

        return new BytesAnswer(body, tag);
    }

    /// <summary>Who has started nothing lately has all of their caps left until they do; their age is told in days.</summary>
    private static DateTimeOffset Until(PlayBasis basis, DateTimeOffset now) =>
        basis.Page.History is { OfPlay.Count: 0, OfSite.Count: 0 } ? now + LongestFresh : now + Fresh;
}
