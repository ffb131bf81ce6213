using Optimizer.Connectors.Memory;
using Optimizer.Connectors.Recordings;
using Optimizer.Connectors.Rules;
using Optimizer.Connectors.Simulated;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Reports;
using Optimizer.Embedded;
using Optimizer.Standalone.Loop;
using Optimizer.Workflows;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Ports;
using Optimizer.Workflows.Reports;

namespace Optimizer.Standalone.Backtests;

/// <summary>The loop as it would run live, in virtual time, over recorded history.</summary>
internal static class Backtest
{
    private const int StepDays = 7;

    // An experiment has an end long before this.
    private const int MostDaysAfter = 400;
    private const string PolicyFileName = "policy of the backtest";

    /// <summary>Runs all of it.</summary>
    /// <param name="options">What.</param>
    /// <param name="progress">Told the share of the days done.</param>
    /// <param name="cancellationToken">Stops it between two weeks.</param>
    public static async Task<BacktestReport> RunAsync(BacktestOptions options, Action<double> progress, CancellationToken cancellationToken)
    {
        var plan = BacktestPlan.Of(options);
        var isOver = false;
        var exposures = new RecordedExposures(options.Experiments);
        await using var loop = await LocalLoop.OpenAsync(new()
        {
            Beside = (registry, world) => AnsweringNotifier.Register(registry, world.Client),
            Clock = new VirtualClock(plan.Start),
            Durable = false,
            Folder = options.Folder,
            KeepsEngine = false,
            World = records => World(options, exposures, records, () => !isOver && (options.Experiments.Count == 0 || exposures.Left > 0)),
        });
        await loop.SetPolicyAsync(plan.Policy, options.PolicyFile ?? PolicyFileName);
        await loop.EnrolAsync(plan.Document, options.Play.File);
        if (options.Folder is not null)
        {
            await loop.Engine.StartAsync(ReportClockWorkflow.Handle, LoopNames.ReportClockId, new(new ReportSchedule()), cancellationToken: cancellationToken);
        }

        for (var until = plan.Start; until < plan.End;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            until = until.AddDays(StepDays) < plan.End ? until.AddDays(StepDays) : plan.End;
            await loop.Engine.RunUntilAsync(until, cancellationToken);
            progress((until - plan.Start) / (plan.End - plan.Start));
        }

        // What is under way when the figures end is followed to its own end: its recording is known. Nothing new is started.
        isOver = true;
        var slug = plan.Document.Play.Slug;
        var view = await ViewAsync(loop, slug);
        for (var day = 1; view.Experiment is not null && day <= MostDaysAfter; day++)
        {
            await loop.Engine.RunUntilAsync(plan.End.AddDays(day), cancellationToken);
            view = await ViewAsync(loop, slug);
        }

        var trail = new List<AuditRecord>();
        await foreach (var record in loop.Records.Audit.ReadAsync(new() { Play = slug }, cancellationToken))
        {
            trail.Add(record);
        }

        return BacktestReport.Of(options, plan, trail, view, exposures);
    }

    private static async Task<PlayView> ViewAsync(LocalLoop loop, string slug) => await loop.ViewAsync(slug)
        ?? throw new InvalidOperationException($"the play {slug} has no view at {loop.Clock.GetUtcNow():O}");

    private static World World(BacktestOptions options, RecordedExposures exposures, LocalRecords records, Func<bool> mayStart) => new()
    {
        Artifacts = records.Artifacts,
        Audit = records.Audit,
        Campaign = new MemoryCampaignRecord(1),
        Channel = new MemoryChannel(mayStart),
        Client = records.Client,
        Exposures = exposures,
        Flags = new MemoryFlags(),
        Issues = new MemoryIssueTracker(),
        Kpis = new RecordedKpis(options.KpiKey, options.Kpi.Series),
        Notifier = new AnsweringNotifier(new MemoryNotifier(1), AssumedAnswers.To, records.Client),
        Plays = records.Plays,
        Register = records.Register,
        Strategist = new RuleStrategist(),
    };
}
