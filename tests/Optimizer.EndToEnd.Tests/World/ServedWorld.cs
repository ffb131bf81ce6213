using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using Optimizer.EndToEnd.Tests.Browsers;
using Optimizer.Standalone.Demo;
using Optimizer.Standalone.Loop;
using Optimizer.Standalone.Serving;

namespace Optimizer.EndToEnd.Tests.World;

/// <summary>
/// A demo of three weeks, served as 'demo' serves it, for all journeys: experiments are live, one play's KPI has gone bad, the last brief is
/// written, and four plays that joined yesterday ask about their first experiment. Made when the first test wants it.
/// </summary>
public sealed class ServedWorld : IAsyncLifetime, IDisposable
{
    /// <summary>The play whose KPI is bad, while its experiment runs.</summary>
    public const string Sick = "onboarding-checklist";

    private const int Days = 21;
    private const int SickDays = 15;
    private const double LateHours = 20;
    private const int SilentDays = 2;
    private const int Samples = 8;
    private static readonly int[] Asking = [9, 10, 12, 15];

    private readonly string _folder = Directory.CreateTempSubdirectory("optimizer-end-to-end-").FullName;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lazy<Task<string>> _served;
    private readonly Lazy<Task<IBrowser>> _browser;
    private IPlaywright? _playwright;
    private Simulation? _simulation;
    private Task? _serving;

    public ServedWorld() => (_served, _browser) = (new(ServeAsync), new(LaunchAsync));

    /// <summary>Where it is served.</summary>
    public Task<string> Url => _served.Value;

    public Task<IBrowser> Browser => _browser.Value;

    /// <summary>What the demo printed.</summary>
    public string AdminToken { get; private set; } = "";

    /// <summary>Where the demo's clock stands.</summary>
    public DateTimeOffset Now => _simulation!.Loop.Clock.GetUtcNow();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_browser.IsValueCreated)
        {
            await (await Browser).DisposeAsync();
        }

        _playwright?.Dispose();
        await _stop.CancelAsync();
        if (_serving is not null)
        {
            await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (_simulation is not null)
        {
            await _simulation.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    public void Dispose() => _stop.Dispose();

    /// <summary>A token for somebody.</summary>
    public async Task<string> TokenAsync(Role role, string name)
    {
        _ = await Url;
        var text = TokenText.Make();
        await _simulation!.Loop.Records.Tokens.PutAsync(new(text.Id, text.Hash(), new(name, role, Seat.Ceo, IsHuman: true), Now, null), default);
        return text.ToString();
    }

    /// <summary>The API, asked as the admin.</summary>
    public async Task<JsonElement> GetAsync(string path)
    {
        using var http = await HttpAsync();
        return await http.GetFromJsonAsync<JsonElement>(path);
    }

    /// <summary>Tells the API something as the admin; it must agree.</summary>
    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var http = await HttpAsync();
        using var answer = await http.PostAsJsonAsync(path, body);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadFromJsonAsync<JsonElement>()
            : throw new InvalidOperationException($"POST {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>The open questions about starting an experiment, by id.</summary>
    public async Task<IReadOnlyList<JsonElement>> AskedStartsAsync() =>
    [
        .. (await GetAsync("/api/approvals")).GetProperty("items").EnumerateArray()
            .Where(item => item.GetProperty("action").GetString()!.Contains("start", StringComparison.OrdinalIgnoreCase) && item.GetProperty("state").GetString() is "pending" or "parked")
            .OrderBy(item => item.GetProperty("id").GetString(), StringComparer.Ordinal),
    ];

    private async Task<HttpClient> HttpAsync()
    {
        var http = new HttpClient { BaseAddress = new(await Url) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AdminToken);
        return http;
    }

    private async Task<IBrowser> LaunchAsync()
    {
        _playwright = await Playwright.CreateAsync();

        // As root, Chromium has no sandbox; it opens pages of this process alone.
        return await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = ["--no-sandbox"], Headless = true });
    }

    private async Task<string> ServeAsync()
    {
        var all = DemoSamples.Plays(Samples * 2);
        DemoDocument[] plays = [.. all.Take(Samples)];
        DemoDocument[] late = [.. Asking.Select(number => all[number])];
        _simulation = await Simulation.OpenAsync(new()
        {
            Around = world => world with
            {
                Kpis = new SickKpis(world.Kpis, Sick, "activation_rate", DateOnly.FromDateTime(DemoSamples.Start.AddDays(Days - SickDays).UtcDateTime), 0.22),
            },
            Folder = _folder,
            People = new() { Seed = 1, MedianHours = 5, NeverShare = 0, Until = DemoSamples.Start.AddDays(Days - SilentDays) },
            Plays = [.. plays.Select(play => play.Definition)],
            Policy = DemoPolicy.Of([.. plays, .. late]),
            Seed = 1,
            Settings = all.ToDictionary(play => play.Slug, play => play.Market, StringComparer.Ordinal),
            Start = DemoSamples.Start,
        });
        await _simulation.Loop.Engine.RunUntilAsync(DemoSamples.Start.AddDays(Days).AddHours(-LateHours));
        foreach (var play in late)
        {
            await _simulation.Loop.EnrolAsync(play.Definition, $"{play.Slug}.yaml");
        }

        await _simulation.RunUntilAsync(Days);
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var options = new ServeOptions { Folder = _folder, Say = line => AdminToken = line.StartsWith("admin token: ", StringComparison.Ordinal) ? line[13..] : AdminToken, Urls = ["http://127.0.0.1:0"] };
        _serving = DemoCockpit.ServeAsync(_simulation, options, ready.SetResult, _stop.Token);
        _ = _serving.ContinueWith(ended => ready.TrySetException(ended.Exception!), TaskContinuationOptions.OnlyOnFaulted);
        return await ready.Task;
    }
}
