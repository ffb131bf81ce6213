using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Answers;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>
/// The answer about a play, kept as bytes as long as neither the engine nor the records have anything newer, and no longer than a
/// second, because caps and days also change with the time. What was acknowledged is always in the next answer.
/// </summary>
internal sealed class PlayPages(ServedLoop loop, PlayReader reader)
{
    private const int MostKept = 4_096;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, KeptPage> _kept = new(StringComparer.Ordinal);

    public async Task<IResult> GetAsync(HttpContext context, string slug)
    {
        var cancel = context.RequestAborted;
        if (!Slugs.IsOne(slug))
        {
            return Problem.NotFound("play", slug);
        }

        var (now, version) = (loop.Clock.GetUtcNow(), loop.Reads.Version?.Invoke());
        if (_kept.TryGetValue(slug, out var kept) && kept.Version == version && now >= kept.At && now - kept.At < Fresh && await kept.Seen.HoldAsync(cancel))
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
        if (version is { } known)
        {
            if (_kept.Count >= MostKept)
            {
                _kept.Clear();
            }

            _kept[slug] = new(seen, known, now, body, tag);
        }

        return new BytesAnswer(body, tag);
    }
}
