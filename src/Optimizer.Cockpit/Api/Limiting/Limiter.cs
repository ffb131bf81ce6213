using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Optimizer.Cockpit.Api.Answers;

namespace Optimizer.Cockpit.Api.Limiting;

/// <summary>Holds callers to their limits: known ones by name, strangers by address.</summary>
internal static class Limiter
{
    private const int QueuePerRead = 4;

    public static void Apply(RateLimiterOptions options, RequestLimits limits)
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (char Kind, string Name)>(context => Partition(context, limits));
        options.OnRejected = async (rejected, _) =>
        {
            var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 1;
            await new Problem(429, "too_many_requests", string.Create(CultureInfo.InvariantCulture, $"too many requests at once; try again in {seconds} s"))
            {
                RetryAfter = seconds,
            }.ExecuteAsync(rejected.HttpContext);
        };
    }

    private static RateLimitPartition<(char Kind, string Name)> Partition(HttpContext context, RequestLimits limits)
    {
        if (context.User.Identity is not { IsAuthenticated: true, Name: { } name })
        {
            var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
            return RateLimitPartition.GetTokenBucketLimiter(('s', address), _ => Tokens(limits.StrangersPerSecond, limits.StrangerBurst));
        }

        return HttpMethods.IsGet(context.Request.Method)
            ? RateLimitPartition.GetConcurrencyLimiter(('r', name), _ => new()
            {
                PermitLimit = limits.ReadsAtOnce,
                QueueLimit = limits.ReadsAtOnce * QueuePerRead,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            })
            : RateLimitPartition.GetTokenBucketLimiter(('w', name), _ => Tokens(limits.WritesPerSecond, limits.WriteBurst));
    }

    private static TokenBucketRateLimiterOptions Tokens(int perSecond, int burst) => new()
    {
        AutoReplenishment = true,
        QueueLimit = 0,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        TokenLimit = burst,
        TokensPerPeriod = perSecond,
    };
}
