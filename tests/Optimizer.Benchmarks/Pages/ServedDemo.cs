using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using Optimizer.Standalone.Demo;
using Optimizer.Standalone.Loop;

namespace Optimizer.Benchmarks.Pages;

/// <summary>A demo that ran until its trail had so many records, and is served as 'demo' serves it.</summary>
internal sealed class ServedDemo : IAsyncDisposable
{
    private const int MostDays = 364;

    private readonly Simulation _simulation;
    private readonly CancellationTokenSource _stop = new();
    private Task _serving = Task.CompletedTask;

    private ServedDemo(Simulation simulation) => _simulation = simulation;

    public string Token { get; private set; } = "";

    public Uri Url { get; private set; } = null!;

    /// <summary>Virtual days that it took.</summary>
    public int Days { get; private set; }

    public LocalLoop Loop => _simulation.Loop;

    /// <summary>Of the trail, when it was served.</summary>
    public long Records { get; private set; }

    /// <param name="folder">Where its records are written.</param>
    /// <param name="plays">How many.</param>
    /// <param name="records">At least so many.</param>
    public static async Task<ServedDemo> StartAsync(string folder, int plays, int records)
    {
        var all = DemoSamples.Plays(plays);
        var demo = new ServedDemo(await Simulation.OpenAsync(new()
        {
            Folder = folder,
            People = new() { Seed = 1 },
            Plays = [.. all.Select(play => play.Definition)],
            Policy = DemoPolicy.Of(all),
            Seed = 1,
            Settings = all.ToDictionary(play => play.Slug, play => play.Market, StringComparer.Ordinal),
            Start = DemoSamples.Start,
        }));
        while (demo.Records < records && demo.Days < MostDays)
        {
            await demo._simulation.RunUntilAsync(++demo.Days);
            demo.Records = (await demo.Loop.Records.Audit.ReadAsync(new() { NewestFirst = true }, default).FirstAsync()).Sequence;
            Console.Error.WriteLine($"day {demo.Days}: {demo.Records:#,0} records");
        }

        await demo.ServeAsync(folder);
        return demo;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        await _simulation.DisposeAsync();
        _stop.Dispose();
    }

    private async Task ServeAsync(string folder)
    {
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _serving = DemoCockpit.ServeAsync(_simulation, new() { Folder = folder, Urls = ["http://127.0.0.1:0"] }, ready.SetResult, _stop.Token);
        Url = new(await await Task.WhenAny(ready.Task, _serving.ContinueWith(ended => Task.FromException<string>(ended.Exception!), TaskContinuationOptions.OnlyOnFaulted).Unwrap()));
        var token = TokenText.Make();
        await Loop.Records.Tokens.PutAsync(new(token.Id, token.Hash(), new("bench@example.com", Role.Admin, Seat.Ceo, true), Loop.Clock.GetUtcNow(), null), default);
        Token = token.ToString();
    }
}
