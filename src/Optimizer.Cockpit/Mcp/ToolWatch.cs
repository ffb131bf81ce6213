using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Mcp;

/// <summary>
/// Notes every call of a tool in the trail under the name of whoever carries the token: the first at once, those that follow within a
/// minute together, so that nobody can fill the trail. Too many within a minute are told to wait.
/// </summary>
internal sealed partial class ToolWatch(ServedLoop loop, ILogger<ToolWatch> logger) : IAsyncDisposable
{
    /// <summary>Calls a minute of one token.</summary>
    public const int PerMinute = 120;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _over = new();
    private readonly ConcurrentDictionary<Task, byte> _later = new();
    private readonly Dictionary<(string Token, string Tool), Tally> _tallies = [];

    /// <summary>The place of a request in the pipeline: after it is known who calls.</summary>
    public static async Task PassAsync(HttpContext context, ToolWatch watch, RequestDelegate next)
    {
        if (context.Request.Headers[ToolHeader.Name] is [{ Length: > 0 } tool] && context.Items[typeof(AccessToken)] is AccessToken token)
        {
            if (!AllTools.Has(tool))
            {
                await Problem.Malformed($"{ToolHeader.Name} names no tool").ExecuteAsync(context);
                return;
            }

            if (!await watch.NoteAsync(token, tool))
            {
                await new Problem(429, "too_many_calls", $"more than {PerMinute} calls of tools within a minute; wait a minute") { RetryAfter = 60 }.ExecuteAsync(context);
                return;
            }
        }

        await next(context);
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await Task.WhenAll(_later.Keys);
        _over.Dispose();
    }

    /// <returns>False when the token has to wait.</returns>
    private async Task<bool> NoteAsync(AccessToken token, string tool)
    {
        var (now, key) = (loop.Clock.GetUtcNow(), (token.Id, tool));
        lock (_gate)
        {
            foreach (var old in _tallies.Where(pair => pair.Value.Waiting == 0 && now - pair.Value.Since >= Window).Select(pair => pair.Key).ToList())
            {
                _ = _tallies.Remove(old);
            }

            if (_tallies.Where(pair => pair.Key.Token == token.Id).Sum(pair => pair.Value.Calls) >= PerMinute)
            {
                return false;
            }

            if (_tallies.TryGetValue(key, out var known))
            {
                known.Calls++;
                if (known.Waiting++ == 0)
                {
                    known.First = now;
                    var later = LaterAsync(token.Principal, key);
                    _ = _later.TryAdd(later, 0);
                    _ = later.ContinueWith(done => _later.TryRemove(done, out _), TaskScheduler.Default);
                }

                return true;
            }

            _tallies[key] = new(now);
        }

        await WriteAsync(token.Principal, key, 1, now);
        return true;
    }

    private async Task LaterAsync(Principal who, (string Token, string Tool) key)
    {
        // When the server stops, what was counted is written at once.
        await Task.Delay(Window, _over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        long count;
        DateTimeOffset first;
        lock (_gate)
        {
            if (!_tallies.Remove(key, out var tally))
            {
                return;
            }

            (count, first) = (tally.Waiting, tally.First);
        }

        try
        {
            await WriteAsync(who, key, count, first);
        }
        catch (Exception fault)
        {
            LogNotNoted(logger, count, key.Tool, key.Token, fault);
        }
    }

    private Task<AuditRecord> WriteAsync(Principal who, (string Token, string Tool) key, long count, DateTimeOffset since) => loop.World.Audit.AppendAsync(
        $"tools/{key.Token}/{key.Tool}/{since.UtcTicks}/{Guid.NewGuid():N}", new()
        {
            Actor = who.Name,
            At = loop.Clock.GetUtcNow(),
            Cause = "tools",
            Event = new ToolsCalled(key.Tool, key.Token, count, since),
            Play = "-",
        }, CancellationToken.None);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} calls of {Tool} with token {Token} could not be noted")]
    private static partial void LogNotNoted(ILogger logger, long count, string tool, string token, Exception fault);

    private sealed class Tally(DateTimeOffset since)
    {
        public DateTimeOffset Since { get; } = since;

        public int Calls { get; set; } = 1;

        /// <summary>Those that are not written yet.</summary>
        public long Waiting { get; set; }

        public DateTimeOffset First { get; set; } = since;
    }
}
