using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Document;

namespace Optimizer.Cockpit.Api;

/// <summary>Whether the process lives, and whether it can do its work. Told to everybody: it says nothing about the plays.</summary>
internal static partial class HealthApi
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // A clock before the day this was written has not been set.
    private static readonly DateTimeOffset Earliest = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", (HttpContext _, ServedLoop _) => new JsonAnswer<HealthAnswer>(new("live", [])))
            .WithTags("Health").Told("getLive", "Answers as long as the process does.").Produces<HealthAnswer>();
        routes.MapGet("/health/ready", ReadyAsync)
            .WithTags("Health").Told("getReady", "Whether the engine answers, the records can be written and the clock is sane.")
            .Produces<HealthAnswer>().Produces<HealthAnswer>(503);
    }

    private static async Task<IResult> ReadyAsync(HttpContext context, ServedLoop loop)
    {
        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(HealthApi));
        var checks = await RunAsync(loop, log, context.RequestAborted);
        var isReady = checks.All(check => check.IsFine);
        return new JsonAnswer<HealthAnswer>(new(isReady ? "ready" : "not_ready", checks), isReady ? 200 : 503);
    }

    /// <summary>Looks at the engine, the records and the clock.</summary>
    public static async Task<IReadOnlyList<HealthCheck>> RunAsync(ServedLoop loop, ILogger log, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(Patience);
        return
        [
            // No instance has this id, so the engine looks for it; what it can only read it answers also while it cannot write.
            await CheckAsync("engine", log, async () =>
            {
                _ = await loop.Client.StatusAsync("health", late.Token);
                if (loop.EngineProblem() is { } problem)
                {
                    throw new IOException(problem);
                }
            }),
            await CheckAsync("records", log, () => Task.Run(loop.CheckRecords, late.Token).WaitAsync(late.Token)),
            new("clock", loop.Clock.GetUtcNow() >= Earliest, loop.Clock.GetUtcNow() >= Earliest ? null : "is not set"),
        ];
    }

    private static async Task<HealthCheck> CheckAsync(string name, ILogger log, Func<Task> check)
    {
        try
        {
            await check();
            return new(name, true, null);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogNotReady(log, name, fault);
            return new(name, false, fault is OperationCanceledException ? $"does not answer within {Patience.TotalSeconds} s" : "does not work; the log says why");
        }
    }

    // Strangers see the answer, so it does not say what the disk does.
    [LoggerMessage(Level = LogLevel.Error, Message = "not ready: {Check}")]
    private static partial void LogNotReady(ILogger logger, string check, Exception fault);
}
