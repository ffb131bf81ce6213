using System.Globalization;
using Optimizer.Testing;

namespace Optimizer.Crash.Worker.Serving;

/// <summary>Lets a server live with people and visitors, kills it, starts it again, so often; then verifies all that it acknowledged.</summary>
/// <param name="folder">Empty folder to work in.</param>
/// <param name="times">Kills.</param>
/// <param name="plays">Plays served.</param>
/// <param name="seed">Of the moments and of what people do.</param>
public sealed class ServedKillRun(string folder, int times, int plays, ulong seed)
{
    // Milliseconds of load before a death.
    private const int LongestLife = 2500;

    private static readonly TimeSpan Opening = TimeSpan.FromSeconds(120);

    private readonly ServedFolder _folder = new(folder, plays);
    private readonly Acknowledged _known = new();
    private readonly SplitMix _chance = new(seed);
    private readonly List<string> _faults = [];
    private string _token = "";
    private int _whileOpening;

    public async Task<ServedCounts> RunAsync(Action<string> progress, CancellationToken cancelled)
    {
        ArgumentNullException.ThrowIfNull(progress);
        _folder.Make(DateOnly.FromDateTime(DateTime.UtcNow));
        for (var life = 1; life <= times; life++)
        {
            await LiveAsync(life, cancelled);
            if (life % 10 == 0 || life == times)
            {
                progress(string.Create(CultureInfo.InvariantCulture, $"{life} kills, {_whileOpening} while opening; {_known.Answered} requests, {_known.Events.Count} events, {_known.Approvals.Count} approvals acknowledged; {_faults.Count} faults"));
            }
        }

        await DrainAsync(cancelled);
        progress("drained; verifying");
        return await new ServedVerification(_folder, _known).RunAsync(
            [("kills", times), ("of these while opening", _whileOpening), ("requests answered", _known.Answered)], _faults);
    }

    private void Fault(string fault)
    {
        lock (_faults)
        {
            _faults.Add(fault);
        }
    }

    private async Task LiveAsync(int life, CancellationToken cancelled)
    {
        await using var server = ServedProcess.Start(_folder);
        if (life > 1 && _chance.Uniform() < 0.15)
        {
            // While it opens, what the last death left is put in order.
            await Task.Delay((int)(_chance.Uniform() * 1500), cancelled);
            await server.KillAsync();
            _whileOpening++;
            return;
        }

        if (await UrlAsync(server, life, cancelled) is not { } url)
        {
            return;
        }

        using var client = new ServedClient(url, _token);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        var load = new ServedLoad(client, _folder, _known, life, Fault);
        await load.LookAsync();
        var running = load.RunAsync(_chance.Next(), stop.Token);
        await Task.Delay((int)(_chance.Uniform() * LongestLife), cancelled);
        if (await server.KillAsync() is { } code)
        {
            Fault($"life {life} ended by itself with {code}: {server.Errors}");
        }

        await stop.CancelAsync();
        await running;
    }

    private async Task<string?> UrlAsync(ServedProcess server, int life, CancellationToken cancelled)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        late.CancelAfter(Opening);
        var url = await server.UrlAsync(late.Token);
        if (url is null)
        {
            Fault($"life {life} did not come to serve: {server.Errors}");
            return null;
        }

        _token = server.Admin ?? _token;
        return url;
    }

    /// <summary>A last life without a death: what was never answered is sent again, and what waits is done.</summary>
    private async Task DrainAsync(CancellationToken cancelled)
    {
        await using var server = ServedProcess.Start(_folder);
        if (await UrlAsync(server, times + 1, cancelled) is not { } url)
        {
            return;
        }

        using var client = new ServedClient(url, _token);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        var load = new ServedLoad(client, _folder, _known, times + 1, Fault);
        await load.LookAsync();
        stop.CancelAfter(TimeSpan.FromSeconds(20));
        await load.RunAsync(_chance.Next(), stop.Token);

        // Steps that were tried when the server died are tried again within half a minute.
        await Task.Delay(TimeSpan.FromSeconds(40), cancelled);
        await server.KillAsync();
    }
}
