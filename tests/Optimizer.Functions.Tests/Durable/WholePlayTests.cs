using Optimizer.Connectors.Memory;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Plays;
using Optimizer.Embedded.Records;
using Optimizer.Testing;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Workflows;
using Optimizer.Workflows.Approvals;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Ports;
using Optimizer.Workflows.Reports;

namespace Optimizer.Functions.Tests.Durable;

/// <summary>A sample play on Durable Task, as far as a real clock lets it come in a test: the world is that of the embedded engine's scenes.</summary>
public sealed class WholePlayTests : IAsyncDisposable
{
    private const string FileName = "onboarding-checklist.yaml";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private readonly RecordStore _records = RecordStore.Open(null, new() { Durable = false });
    private DurableHost? _host;

    private DurableHost Host => _host ?? throw new InvalidOperationException("the test has not opened its host");

    [Fact]
    [Trait("Req", "S0-001")]
    public async Task Play_OfTheSamples_TicksAsksIsAnsweredAndStartsItsExperiment()
    {
        var document = Assert.Single(PlayFile.Read(await File.ReadAllTextAsync(Repository.File("samples", "plays", FileName)), FileName).Plays);
        var slug = document.Play.Slug;
        await OpenAsync(document.Play);

        await new Enrolment(World).EnrolAsync(document, FileName, "ana@example.com", Host.UtcNow, default);
        var asked = (await UntilEventAsync<ApprovalAsked>()).Request;
        await UntilViewAsync(slug, PlayStatus.Waiting);

        // Twice, as a person does who sees nothing happen at once.
        var answer = new ApprovalNews { Answer = new(true, "ana@example.com", asked.Seat, true, asked.PayloadHash, "cli", Host.UtcNow, null) };
        await Host.Client.SignalAsync(LoopNames.ApprovalId(asked.Id), LoopNames.ApprovalNews, answer, "answer-1");
        await Host.Client.SignalAsync(LoopNames.ApprovalId(asked.Id), LoopNames.ApprovalNews, answer, "answer-1");
        await UntilEventAsync<ExperimentStarted>();
        await UntilViewAsync(slug, PlayStatus.Experimenting);

        var kinds = (await TrailAsync()).Select(record => AuditKinds.Of(record.Entry.Event)).ToList();
        string[] order = ["play.enrolled", "anomaly.found", "hypotheses.proposed", "approval.asked", "approval.answered", "experiment.started"];
        var places = order.Select(kind => kinds.IndexOf(kind)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Single(kinds, kind => kind == "experiment.started");
        var experiment = (await Host.Client.ListAsync(new() { Workflow = LoopNames.Experiment.Name })).Instances;
        Assert.Equal(LoopNames.ExperimentId($"{slug}-1"), Assert.Single(experiment).InstanceId);
        Assert.True((await Host.Client.StatusAsync(LoopNames.PlayId(slug)))!.Generation > 1);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _records.Dispose();
    }

    private World World { get; set; } = null!;

    private async Task OpenAsync(Play play)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        World = new World
        {
            Artifacts = _records.Artifacts,
            Audit = _records.Audit,
            Campaign = new MemoryCampaignRecord(),
            Channel = _records.Channel,
            Client = () => Host.Client,
            Exposures = new ScriptedExposures(_ => 0.4),
            Flags = _records.Flags,
            Issues = new MemoryIssueTracker(),
            // A fall by a quarter a fortnight ago.
            Kpis = new ScriptedKpis((key, day) => key == play.Kpis[0].Key ? day < today.AddDays(-14) ? 0.5 : 0.375 : 0.01),
            Notifier = new MemoryNotifier(),
            Plays = _records.Plays,
            Register = _records.Register,
            Strategist = ScriptedStrategist.Rating(RiskLevel.High, play.Slug),
        };
        _host = await DurableHost.StartAsync(ReportLoop.Register(PlayLoop.Register(new(), World), World));
        await World.Plays.PutAsync(PlayTerms.PolicyName, PolicyText.Full, "policy.yaml", Host.UtcNow, default);
    }

    private async Task<IReadOnlyList<AuditRecord>> TrailAsync()
    {
        var records = new List<AuditRecord>();
        await foreach (var record in World.Audit.ReadAsync(new(), default))
        {
            records.Add(record);
        }

        return records;
    }

    private async Task<TEvent> UntilEventAsync<TEvent>()
        where TEvent : AuditEvent
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            var trail = await TrailAsync();
            if (trail.Select(record => record.Entry.Event).OfType<TEvent>().FirstOrDefault() is { } found)
            {
                return found;
            }

            Assert.False(limit.IsCancellationRequested, $"no {typeof(TEvent).Name}, but {string.Join(", ", trail.Select(record => record.Entry.Event))}");
            await Task.Delay(20);
        }
    }

    private async Task UntilViewAsync(string slug, PlayStatus expected)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            var status = await Host.Client.StatusAsync(LoopNames.PlayId(slug));
            if (status?.Status?.Read<PlayView>().Status == expected)
            {
                return;
            }

            Assert.False(limit.IsCancellationRequested, $"it is never {expected}: {status}");
            await Task.Delay(20);
        }
    }
}
