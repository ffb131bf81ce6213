using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Slack;
using Optimizer.Connectors.Models;
using Optimizer.Connectors.Notices;
using Optimizer.Domain.Reports;
using Optimizer.Embedded.Ledger;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Loop;
using Optimizer.Workflows;
using Optimizer.Workflows.Ports;
using Optimizer.Workflows.Reports;

namespace Optimizer.Standalone.Serving;

/// <summary>
/// The always-on process: engine, timers, watched definitions, notifications and the HTTP API over one data directory. It may be killed
/// at any moment and goes on where it was.
/// </summary>
internal sealed class LiveHost : IAsyncDisposable
{
    private const int LeastThreads = 32;

    // What was opened is closed in the opposite order.
    private readonly Stack<Func<Task>> _closing = new();

    private LiveHost()
    {
    }

    public LocalLoop Loop { get; private set; } = null!;

    public SqliteLedger Ledger { get; private set; } = null!;

    /// <summary>Where it answers, with the port that was taken.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Starts everything, or nothing.</summary>
    /// <exception cref="ServerRunsException">Another process serves the directory.</exception>
    /// <exception cref="NoticeSettingsException">The file that says who is told cannot be used.</exception>
    public static async Task<LiveHost> StartAsync(ServeOptions options, CancellationToken cancellationToken)
    {
        var host = new LiveHost();
        try
        {
            await host.OpenAsync(options, cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Requests first: what they were promised is durable before the engine stops; the directory is free when all is closed.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_closing.TryPop(out var close))
        {
            await close();
        }
    }

    private async Task OpenAsync(ServeOptions options, CancellationToken cancellationToken)
    {
        // Records are flushed on the thread that asks for it: callers shall not wait until the pool has made up for those.
        ThreadPool.GetMinThreads(out var threads, out var ports);
        ThreadPool.SetMinThreads(Math.Max(threads, LeastThreads), ports);
        var place = Closing(ServerPlace.Take(options.Folder));
        Ledger = Closing(SqliteLedger.Open(Path.Combine(options.Folder, LedgerOptions.FileName), new()));
        NoticePost? post = null;
        Loop = await LocalLoop.OpenAsync(new()
        {
            Beside = options.Beside,
            Clock = options.Clock,
            Folder = options.Folder,
            World = records => OwnWorld.Around(options, records, Ledger, post = Closing(OwnNotices.Open(options, records))),
        });
        _closing.Push(() => Loop.DisposeAsync().AsTask());
        Deliver(post!);
        await Loop.Engine.StartAsync(ReportClockWorkflow.Handle, LoopNames.ReportClockId, new(new ReportSchedule()), cancellationToken: cancellationToken);
        var plays = Closing(new PlayFolder(Loop, options.Plays, options.Policy, options.Say));
        await plays.BeginAsync(options.Clock);
        await ListenAsync(options, post!, cancellationToken);
        if (options.IsAnnounced)
        {
            await FirstToken.EnsureAsync(Loop.Records.Tokens, Loop.World.Audit, token => options.Say($"admin token: {token}"), options.Clock.GetUtcNow(), cancellationToken);
            place.Tell(new(Environment.ProcessId, Url, options.Clock.GetUtcNow()));
        }
    }

    private T Closing<T>(T opened)
        where T : IDisposable
    {
        _closing.Push(() =>
        {
            opened.Dispose();
            return Task.CompletedTask;
        });
        return opened;
    }

    private void Deliver(NoticePost post)
    {
        var stop = new CancellationTokenSource();
        var delivering = post.RunAsync(stop.Token);
        _closing.Push(async () =>
        {
            await stop.CancelAsync();
            await delivering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stop.Dispose();
        });
    }

    /// <summary>The model that words answers, where the environment names one. A command that serves itself for a moment asks none.</summary>
    private IRephraser? Model(ServeOptions options)
    {
        if (!options.IsAnnounced)
        {
            return null;
        }

        var (settings, problem) = ModelSettings.Read(options.Environment, hasIdentity: false);
        if (problem is not null)
        {
            options.Say($"answers are worded without a model: {problem}");
        }
        else if (settings is not null)
        {
            options.Say($"answers are worded by the model {settings}: what they say of the records goes there");
        }

        var model = settings?.Open();
        return model is IDisposable opened ? (IRephraser)Closing(opened) : model;
    }

    private async Task ListenAsync(ServeOptions options, NoticePost post, CancellationToken cancellationToken)
    {
        var reads = Closing(RecordStore.OpenToRead(Path.Combine(options.Folder, RecordOptions.FileName), new()));
        var web = WebServer.Build(options, Loop, Ledger, reads, SlackDoor.Open(post.Settings, Environment.GetEnvironmentVariable, post.Rooms), Model(options));
        _closing.Push(() => WebServer.StopAsync(web));
        await web.StartAsync(cancellationToken);
        Url = web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }
}
