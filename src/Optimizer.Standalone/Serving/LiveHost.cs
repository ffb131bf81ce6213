using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Optimizer.Cockpit;
using Optimizer.Cockpit.Api.Limiting;
using Optimizer.Domain.Reports;
using Optimizer.Embedded.Ledger;
using Optimizer.Standalone.Loop;
using Optimizer.Workflows;
using Optimizer.Workflows.Reports;

namespace Optimizer.Standalone.Serving;

/// <summary>
/// The always-on process: engine, timers, watched definitions, notifications and the HTTP API over one data directory. It may be killed
/// at any moment and goes on where it was.
/// </summary>
internal sealed class LiveHost : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    private readonly ServerPlace _place;
    private readonly PlayFolder _plays;
    private readonly WebApplication _web;

    private LiveHost(ServerPlace place, SqliteLedger ledger, LocalLoop loop, PlayFolder plays, WebApplication web, string url) =>
        (_place, Ledger, Loop, _plays, _web, Url) = (place, ledger, loop, plays, web, url);

    public LocalLoop Loop { get; }

    public SqliteLedger Ledger { get; }

    /// <summary>Where it answers, with the port that was taken.</summary>
    public string Url { get; }

    /// <summary>Starts everything, or nothing.</summary>
    /// <exception cref="ServerRunsException">Another process serves the directory.</exception>
    public static async Task<LiveHost> StartAsync(ServeOptions options, CancellationToken cancellationToken)
    {
        var place = ServerPlace.Take(options.Folder);
        SqliteLedger? ledger = null;
        LocalLoop? loop = null;
        PlayFolder? plays = null;
        WebApplication? web = null;
        try
        {
            ledger = SqliteLedger.Open(Path.Combine(options.Folder, LedgerOptions.FileName), new());
            loop = await LocalLoop.OpenAsync(new()
            {
                Beside = options.Beside,
                Clock = options.Clock,
                Folder = options.Folder,
                World = records => OwnWorld.Around(options, records, ledger),
            });
            await loop.Engine.StartAsync(ReportClock.Handle, LoopNames.ReportClockId, new(new ReportSchedule()), cancellationToken: cancellationToken);
            plays = new(loop, options.Plays, options.Policy, options.Say);
            await plays.BeginAsync(options.Clock);
            web = Web(options, loop, ledger);
            await web.StartAsync(cancellationToken);
            var url = web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            if (options.IsAnnounced)
            {
                place.Tell(new(Environment.ProcessId, url, options.Clock.GetUtcNow()));
            }

            return new(place, ledger, loop, plays, web, url);
        }
        catch
        {
            await StopAsync(web, plays, loop, ledger, place);
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync(_web, _plays, Loop, Ledger, _place);

    // Requests first: what they were promised is durable before the engine stops; the directory is free when all is closed.
    private static async Task StopAsync(WebApplication? web, PlayFolder? plays, LocalLoop? loop, SqliteLedger? ledger, ServerPlace place)
    {
        if (web is not null)
        {
            using var late = new CancellationTokenSource(Grace);
            await web.StopAsync(late.Token);
            await web.DisposeAsync();
        }

        plays?.Dispose();
        if (loop is not null)
        {
            await loop.DisposeAsync();
        }

        ledger?.Dispose();
        place.Dispose();
    }

    private static WebApplication Web(ServeOptions options, LocalLoop loop, SqliteLedger ledger)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(Limits.Apply);
        if (options.Tls is { } tls)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>
                https.ServerCertificate = System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPemFile(tls.Certificate, tls.Key)));
        }

        builder.Services.AddSingleton(new ServedLoop
        {
            Answers = loop.Records.Answers,
            Clock = options.Clock,
            Delegations = loop.Records.Delegations,
            Ledger = ledger,
            LinkKey = Cockpit.Links.LinkKey.Open(options.Folder),
            Links = loop.Records.Links,
            Tokens = options.Tokens?.Invoke(loop.Records.Tokens) ?? loop.Records.Tokens,
            World = loop.World,
        });
        builder.Services.AddCockpit();
        var web = builder.Build();
        web.UseCockpit();
        return web;
    }
}
