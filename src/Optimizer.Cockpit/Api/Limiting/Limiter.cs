using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Identity;

namespace Optimizer.Cockpit.Api.Limiting;

/// <summary>Holds callers to their limits: known ones by name, strangers by the network they call from.</summary>
/// <remarks>
/// The framework's own middleware looks at its limiters ten times a second for as long as the process lives, which is most of what an idle
/// server does. Here a bucket is filled up when somebody draws from it, and what nobody has used for a while goes when the next caller comes.
/// </remarks>
internal sealed class Limiter(RequestDelegate next, RequestLimits limits)
{
    private const int QueuePerRead = 4;
    private const int FewestToForget = 1_000;

    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(char Kind, string Name), RateLimiter> _limiters = new();
    private int _mostKept = FewestToForget;

    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var limiter = Of(context);
        _ = (limiter as ReplenishingRateLimiter)?.TryReplenish();
        using var lease = await limiter.AcquireAsync(1, context.RequestAborted);
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }

        var seconds = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 1;
        await new Problem(429, "too_many_requests", string.Create(CultureInfo.InvariantCulture, $"too many requests at once; try again in {seconds} s"))
        {
            RetryAfter = seconds,
        }.ExecuteAsync(context);
    }

    private RateLimiter Of(HttpContext context) => context.User.Identity is not { IsAuthenticated: true, Name: { } name }
        ? Of('s', LoginWatch.Name(context.Connection.RemoteIpAddress), () => Bucket(limits.StrangersPerSecond, limits.StrangerBurst))
        : HttpMethods.IsGet(context.Request.Method)
        ? Of('r', name, Reads)
        : Of('w', name, () => Bucket(limits.WritesPerSecond, limits.WriteBurst));

    private RateLimiter Of(char kind, string name, Func<RateLimiter> make)
    {
        if (_limiters.TryGetValue((kind, name), out var known))
        {
            return known;
        }

        if (_limiters.Count >= _mostKept)
        {
            Forget();
        }

        return _limiters.GetOrAdd((kind, name), _ => make());
    }

    // Whoever holds one that goes may use it once more; at worst a caller who was quiet for a minute gets a burst twice.
    private void Forget()
    {
        foreach (var (key, limiter) in _limiters)
        {
            _ = (limiter as ReplenishingRateLimiter)?.TryReplenish();
            if (limiter.IdleDuration > Unused)
            {
                _ = _limiters.TryRemove(key, out _);
            }
        }

        // Twice as many before the next look, so that a flood of strangers does not pay it again with each of them.
        _mostKept = Math.Max(FewestToForget, 2 * _limiters.Count);
    }

    private ConcurrencyLimiter Reads() => new(new()
    {
        PermitLimit = limits.ReadsAtOnce,
        QueueLimit = limits.ReadsAtOnce * QueuePerRead,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private static TokenBucketRateLimiter Bucket(int perSecond, int burst) => new(new()
    {
        AutoReplenishment = false,
        QueueLimit = 0,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        TokenLimit = burst,
        TokensPerPeriod = perSecond,
    });
}
