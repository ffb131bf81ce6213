using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Optimizer.Cockpit;
using Optimizer.Cockpit.Api.Limiting;
using Optimizer.Cockpit.Links;
using Optimizer.Cockpit.Slack;
using Optimizer.Embedded;
using Optimizer.Embedded.Ledger;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Loop;
using Optimizer.Standalone.Notices;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Standalone.Serving;

/// <summary>The API of a live host, on the framework's own server.</summary>
internal static class WebServer
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public static WebApplication Build(ServeOptions options, LocalLoop loop, SqliteLedger ledger, RecordStore reads, SlackDoor? slack = null, IRephraser? model = null)
    {
        var builder = WebApplication.CreateSlimBuilder();

        // Standard output holds answers alone.
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(Limits.Apply);
        if (options.Tls is { } tls)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>
                https.ServerCertificate = X509Certificate2.CreateFromPemFile(tls.Certificate, tls.Key)));
        }

        builder.Services.AddSingleton(new ServedLoop
        {
            Answers = loop.Records.Answers,
            Clock = options.Clock,
            CheckRecords = loop.Records.CheckWritable,
            Delegations = loop.Records.Delegations,
            EngineProblem = () => loop.Engine.Health() is { IsHealthy: false } health ? health.StoreProblem ?? "the writer stands still" : null,
            Engine = () => Reading(loop.Engine.Health()),
            Ledger = ledger,
            LinkKey = LinkKey.Open(options.Folder),
            Links = loop.Records.Links,
            Notices = loop.Records.Told,
            NoticeSettings = NoticeSettingsPlace.Read(options.Folder).Settings ?? NoticeSettings.Default,
            Reads = new(reads.Audit, reads.Plays, reads.Register, loop.Records.Terms),
            Rephraser = model,
            Retention = [("workflows that have ended", $"{new EngineOptions().KeepFinished?.TotalDays:0} days"), ("audit trail, ledger, reports, messages", "for good")],
            Slack = slack,
            Tokens = options.Tokens?.Invoke(loop.Records.Tokens) ?? loop.Records.Tokens,
            Visits = loop.Records.Visits,
            World = loop.World,
        });
        builder.Services.AddCockpit();
        var web = builder.Build();
        web.UseCockpit();
        return web;
    }

    private static EngineReading Reading(EngineHealth health) => new()
    {
        ActivitiesQueued = health.ActivitiesQueued,
        ActivitiesRunning = health.ActivitiesRunning,
        ChangesQueued = health.ChangesQueued,
        HeartbeatAt = health.HeartbeatAt,
        Live = health.Live,
        NextDue = health.NextDue,
        OpenedAt = health.OpenedAt,
        Timers = health.Timers,
        TurnsQueued = health.TurnsQueued,
    };

    /// <summary>Answers what is under way, for a while, and listens no more.</summary>
    public static async Task StopAsync(WebApplication web)
    {
        using var late = new CancellationTokenSource(Grace);
        await web.StopAsync(late.Token);
        await web.DisposeAsync();
    }
}
