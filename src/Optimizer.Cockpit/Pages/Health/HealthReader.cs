using System.Reflection;
using Microsoft.Extensions.Logging;
using Optimizer.Cockpit.Api;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Operations;

namespace Optimizer.Cockpit.Pages.Health;

/// <summary>Finds out whether the loop is stuck, from what it itself says, what it keeps, and what it was asked.</summary>
internal sealed class HealthReader(ServedLoop loop, Board board, ILogger<HealthReader> log)
{
    private const int MostShown = 50;
    private const int MostParcels = 20;

    private static readonly string Version = typeof(HealthReader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    // A busy moment is no standstill.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    private static readonly RunState[] Standing = [RunState.Parked, RunState.Suspended, RunState.Failed];

    public async Task<HealthModel> ReadAsync(Freeze? freeze, CancellationToken cancellationToken)
    {
        var now = loop.Clock.GetUtcNow();
        var checks = await HealthApi.RunAsync(loop, log, cancellationToken);
        var plays = (await board.ReadAsync(cancellationToken)).Plays;
        var due = plays.Where(play => play.NextTick is not null).Select(play => (play.Id, At: play.NextTick!.Value)).OrderBy(play => play.At).ToList();
        var troubled = plays.Where(play => play.Problem is not null).Select(play => (play.Id, play.Problem!)).ToList();
        var page = await loop.Client.ListAsync(new() { PageSize = MostShown, States = Standing }, cancellationToken);
        var sinks = new List<SinkStanding>();
        foreach (var sink in loop.Notices is null ? [] : loop.NoticeSettings.Sinks)
        {
            sinks.Add(await SinkAsync(sink, now, cancellationToken));
        }

        var model = new HealthModel
        {
            Checks = checks,
            Engine = loop.Engine(),
            Held = [.. page.Instances.Where(instance => instance.State != RunState.Failed || now - instance.UpdatedAt < Lately).Select(Held)],
            Kind = "",
            Late = [.. due.Where(play => now - play.At > Grace).Take(MostShown)],
            Missed = await MissedAsync(now, cancellationToken),
            Next = due.Count > 0 ? due[0] : null,
            Plays = plays.Count,
            Sentence = "",
            Sinks = sinks,
            Troubled = [.. troubled.Take(MostShown)],
            TroubledCount = troubled.Count,
            Version = Version,
            Word = "",
        };
        var (word, kind, sentence) = Judge(model, freeze, now);
        return model with { Kind = kind, Sentence = sentence, Word = word };
    }

    /// <summary>The worst first: what stops everything, then what somebody did, then what needs somebody.</summary>
    internal static (string Word, string Kind, string Sentence) Judge(HealthModel health, Freeze? freeze, DateTimeOffset now)
    {
        if (health.Checks.FirstOrDefault(check => !check.IsFine) is { } broken)
        {
            return ("stuck", "bad", $"The loop stands still: {Name(broken.Name)} {broken.Problem}. Nothing is lost, and nothing goes on before it works again.");
        }

        if (health.Engine?.NextDue is { } timer && now - timer > Grace)
        {
            return ("stuck", "bad", $"The loop stands still: a timer was due {Span(now - timer)} ago and has not fired. Look at the process and its log.");
        }

        if (freeze is not null)
        {
            return ("frozen", "bad", $"{freeze.By} froze everything {Span(now - freeze.At)} ago. Plays go on looking, and nothing outside is changed.");
        }

        var parts = new List<string>();
        Add(health.Held.Count, "instance does not go on by itself", "instances do not go on by themselves");
        Add(health.TroubledCount, "play waits for something that does not answer", "plays wait for something that does not answer");
        Add(health.Late.Count, "tick is late", "ticks are late");
        Add(health.Sinks.Count(sink => sink.Failing.Count > 0), "sink does not take messages", "sinks do not take messages");
        return parts.Count > 0 ? ("needs help", "warn", $"The loop runs, but {string.Join(", ", parts)}.")
            : health.Plays == 0 ? ("running", "good", "The engine runs and waits for its first play.")
            : ("running", "good", $"The loop runs: {(health.Plays == 1 ? "1 play" : $"{Words.Count(health.Plays)} plays")}{(health.Next is { } next && next.At > now ? $", the next one looks at its KPI in {Span(next.At - now)}" : "")}.");

        void Add(int count, string one, string many)
        {
            if (count > 0)
            {
                parts.Add($"{Words.Count(count)} {(count == 1 ? one : many)}");
            }
        }
    }

    /// <summary>A span as people say it: 4 minutes, 3 hours, 2 days.</summary>
    internal static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalMinutes: < 90 } => $"{Words.Count(Math.Round(span.TotalMinutes))} min",
        { TotalHours: < 48 } => $"{Words.Count(Math.Round(span.TotalHours))} h",
        _ => Words.Days((int)Math.Round(span.TotalDays)),
    };

    private static string Name(string check) => check switch
    {
        "engine" => "the engine",
        "records" => "writing the records",
        "clock" => "the clock",
        _ => throw new ArgumentOutOfRangeException(nameof(check), check, "unknown check"),
    };

    private static HeldInstance Held(InstanceStatus instance) => new(
        instance.InstanceId, instance.Workflow, instance.State, instance.UpdatedAt, instance.Failure?.Message ?? instance.Reason ?? "it does not say why",
        instance.State switch
        {
            RunState.Parked => "Mend what it says, then let it go on; nothing of it is lost.",
            RunState.Suspended => "Somebody stopped it; let it go on when the reason is gone.",
            RunState.Failed => "It has ended. Read its history with: optimizer engine history.",
            var state => throw new ArgumentOutOfRangeException(nameof(instance), state, "not a state in which something stands"),
        },
        instance.State is RunState.Parked or RunState.Suspended);

    private async Task<IReadOnlyList<MissedTicks>> MissedAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await loop.Reads.Audit.ReadAsync(new() { Kinds = [AuditKinds.Of<TickMissed>()], NewestFirst = true, Since = now - Lately }, cancellationToken)
            .Take(MostParcels).Select(record => (record, missed: (TickMissed)record.Entry.Event))
            .Select(each => new MissedTicks(each.record.Entry.Play, each.missed.Count, each.missed.From, each.record.Sequence))
            .ToListAsync(cancellationToken);

    private async Task<SinkStanding> SinkAsync(SinkSettings sink, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var store = loop.Notices!;
        var last = await store.ListAsync(new() { Most = MostParcels, Sink = sink.Name }, cancellationToken);
        return new(
            sink.Name, sink.Kind.ToString().ToLowerInvariant(),
            (await store.DueAsync(sink.Name, now, MostShown, cancellationToken)).Count,
            await store.NextAsync(sink.Name, cancellationToken),
            last.SelectMany(parcel => parcel.Attempts).Where(attempt => attempt.Delivered).Select(attempt => (DateTimeOffset?)attempt.At).Max(),
            await store.ListAsync(new() { Failed = true, Most = MostParcels, Sink = sink.Name }, cancellationToken));
    }
}
