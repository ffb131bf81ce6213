using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Identity;
using Optimizer.Embedded.Ledger;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Loop;
using Optimizer.Standalone.Serving;

namespace Optimizer.Standalone.Demo;

/// <summary>The cockpit over a demo that goes on: the market answers as before, people are whoever signs in, and a day lasts a day.</summary>
internal static class DemoCockpit
{
    /// <summary>Serves until it is stopped.</summary>
    /// <param name="simulation">Where the demo stands; its clock goes on from there.</param>
    /// <param name="options">Where to listen; the folder is the demo's.</param>
    /// <param name="ready">Hears where it is served and that it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ServerRunsException">Another process serves the directory.</exception>
    /// <exception cref="IOException">It cannot listen there.</exception>
    public static async Task ServeAsync(Simulation simulation, ServeOptions options, Action<string> ready, CancellationToken cancellationToken)
    {
        var loop = simulation.Loop;
        using var place = ServerPlace.Take(options.Folder);
        using var ledger = SqliteLedger.Open(null, new());
        using var reads = RecordStore.OpenToRead(loop.Records.File, new());
        var web = WebServer.Build(options with { Clock = loop.Clock }, loop, ledger, reads);
        try
        {
            await web.StartAsync(cancellationToken);
            var url = web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            await FirstToken.EnsureAsync(loop.Records.Tokens, loop.World.Audit, token => options.Say($"admin token: {token}"), loop.Clock.GetUtcNow(), cancellationToken);
            place.Tell(new(Environment.ProcessId, url, loop.Clock.GetUtcNow()));
            ready(url);
            await RealTime.GoOnAsync(loop, cancellationToken);
        }
        finally
        {
            await WebServer.StopAsync(web);
        }
    }
}
