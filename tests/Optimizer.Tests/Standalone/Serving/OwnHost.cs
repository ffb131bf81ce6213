using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Optimizer.Domain.Plays;
using Optimizer.Embedded;
using Optimizer.Standalone.Serving;
using Optimizer.Tests.Cockpit.Kit;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Tests.Loops.Laws;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Standalone.Serving;

/// <summary>The whole live host on a directory of the test's own, in virtual time, asked over HTTP as a customer would.</summary>
internal sealed class OwnHost : IAsyncDisposable
{
    /// <summary>The play's slug.</summary>
    public const string Slug = "pricing";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DataFolder _data = new();
    private readonly HttpClient _http = new();
    private readonly Lock _gate = new();
    private readonly List<string> _said = [];
    private readonly List<WorldChange> _earlier = [];
    private WorldLog? _log;
    private (string Text, TaskCompletionSource Heard)? _awaited;

    private OwnHost()
    {
    }

    public LiveHost Live { get; private set; } = null!;

    public VirtualClock Clock { get; } = new(LoopKit.Monday);

    public string Folder => _data.Path;

    public string PlayFile => _data.In("plays", $"{Slug}.yaml");

    /// <summary>What it told people, one line each.</summary>
    public IReadOnlyList<string> Said
    {
        get
        {
            lock (_gate)
            {
                return [.. _said];
            }
        }
    }

    public ServeOptions Options => new ServeOptions
    {
        Around = Watched,
        Clock = Clock,
        Folder = _data.Path,
        Say = Hear,
        Urls = ["http://127.0.0.1:0"],
    }.AtHome();

    public static async Task<OwnHost> StartAsync()
    {
        var host = new OwnHost();
        Directory.CreateDirectory(host._data.In("plays"));
        Directory.CreateDirectory(host._data.In("kpis"));
        File.WriteAllText(host.PlayFile, OwnText.Play);
        File.WriteAllText(host._data.In(ServeOptions.PolicyName), OwnText.Policy);
        host.WriteKpis();
        await host.OpenAsync();
        var token = host.Said.Single(line => line.StartsWith("admin token: ", StringComparison.Ordinal))["admin token: ".Length..];
        host._http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return host;
    }

    /// <summary>Stops as a service is stopped, and starts again on the same directory.</summary>
    public async Task RestartAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    /// <summary>Goes on until a moment; the job that writes the KPIs has run by then.</summary>
    public Task UntilAsync(DateTimeOffset moment) => Live.Loop.Engine.RunUntilAsync(moment);

    /// <summary>The KPI file as the job of the night leaves it: a fall by a quarter a fortnight before the start.</summary>
    public void WriteKpis()
    {
        var today = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        var fell = DateOnly.FromDateTime(LoopKit.Monday.UtcDateTime).AddDays(-14);
        var text = new StringBuilder("date,purchase_rate\n");
        for (var day = fell.AddDays(-70); day < today; day = day.AddDays(1))
        {
            text.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{(day < fell ? 0.2 : 0.15)}\n");
        }

        var (aside, file) = (_data.Beside("kpis.new"), _data.In("kpis", $"{Slug}.csv"));
        File.WriteAllText(aside, text.ToString());
        File.SetLastWriteTimeUtc(aside, Clock.GetUtcNow().UtcDateTime);
        File.Move(aside, file, overwrite: true);
    }

    public async Task<ApiAnswer> GetAsync(string path) => await ApiAnswer.OfAsync(await _http.GetAsync(new Uri(Live.Url + path)));

    public async Task<ApiAnswer> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        return await ApiAnswer.OfAsync(await _http.PostAsync(new Uri(Live.Url + path), content));
    }

    /// <summary>Says yes to the one question that is open, as the API shows it; false when none is.</summary>
    public async Task<bool> ApproveAsync(string action)
    {
        var open = (await GetAsync("/api/approvals")).Json.GetProperty("items").EnumerateArray()
            .Where(each => each.GetProperty("action").GetString() == action).ToList();
        if (open.Count == 0)
        {
            return false;
        }

        var (id, hash) = (Assert.Single(open).GetProperty("id").GetString(), open[0].GetProperty("payloadHash").GetString());
        var answer = await PostAsync($"/api/approvals/{id}", $$"""{"decision": "approve", "payloadHash": "{{hash}}", "comment": "looks right"}""");
        Assert.Equal(200, answer.Status);
        return true;
    }

    /// <summary>Does something that it is to tell people about, and waits until it has.</summary>
    public async Task AfterAsync(string text, Action act)
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _awaited = (text, heard);
        }

        act();
        await heard.Task.WaitAsync(Patience);
    }

    /// <summary>All that is left behind, for the laws.</summary>
    public Task<LoopFacts> FactsAsync() => FactsReader.ReadAsync(
        Live.Loop, [Document], Live.Loop.World.Flags, Live.Loop.World.Channel, [.. _earlier, .. _log!.Changes]);

    /// <summary>The definition that it was started with.</summary>
    public static Play Document => LoopKit.Document(OwnText.Play).Play;

    public async Task CloseAsync()
    {
        await Live.DisposeAsync();
        _earlier.AddRange(_log!.Changes);
        _log = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Live.DisposeAsync();
        _http.Dispose();
        _data.Dispose();
    }

    private async Task OpenAsync() => Live = await LiveHost.StartAsync(Options, default);

    private World Watched(World world)
    {
        _log = new(world.Flags, world.Channel);
        return world with { Channel = _log, Flags = _log };
    }

    private void Hear(string line)
    {
        lock (_gate)
        {
            _said.Add(line);
            if (_awaited is { } awaited && line.Contains(awaited.Text, StringComparison.Ordinal))
            {
                awaited.Heard.TrySetResult();
            }
        }
    }
}
