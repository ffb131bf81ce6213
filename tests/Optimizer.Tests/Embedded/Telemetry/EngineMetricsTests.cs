using System.Diagnostics;
using System.Diagnostics.Metrics;
using Optimizer.Embedded;
using Optimizer.Workflows;
using Activity = System.Diagnostics.Activity;
using ActivityContext = System.Diagnostics.ActivityContext;

namespace Optimizer.Tests.Embedded.Telemetry;

public sealed class EngineMetricsTests
{
    private static readonly Activity<int, int> Add = new("metrics-add");
    private static readonly Workflow<int, int> Child = new("metrics-child");
    private static readonly Workflow<int, int> Parent = new("metrics-parent");

    private static readonly WorkflowRegistry Registry = new WorkflowRegistry()
        .Add(Add, (_, number) => Task.FromResult(number + 1))
        .Add(Child, async (context, number) => await context.CallAsync(Add, number))
        .Add(Parent, async (context, number) =>
        {
            await context.SleepAsync(context.UtcNow.AddHours(1));
            return await context.RunAsync(Child, context.InstanceId + "-child", number);
        });

    [Fact]
    public async Task Meter_AWorkflowRuns_CountsItsSteps()
    {
        var seen = new Dictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == EmbeddedEngine.TelemetryName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, 1, tags));
        listener.Start();

        await RunAsync(engine =>
        {
            listener.RecordObservableInstruments();
            return Task.CompletedTask;
        });

        Assert.Equal(3, seen["optimizer.engine.turns/metrics-parent"]);
        Assert.Equal(2, seen["optimizer.engine.turns/metrics-child"]);
        Assert.Equal(1, seen["optimizer.engine.activities/metrics-add"]);
        Assert.Equal(1, seen["optimizer.engine.activity.duration/metrics-add"]);
        Assert.Contains("optimizer.engine.commit.size/", seen.Keys);
        Assert.Contains("optimizer.engine.timer.delay/", seen.Keys);
        Assert.Contains("optimizer.engine.changes.queued/", seen.Keys);

        void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var name = "";
            foreach (var tag in tags)
            {
                name = tag.Key is "workflow" or "activity" ? (string)tag.Value! : name;
            }

            lock (seen)
            {
                var key = $"{instrument.Name}/{name}";
                seen[key] = seen.GetValueOrDefault(key) + value;
            }
        }
    }

    [Fact]
    [Trait("Behaviour", "94")]
    public async Task Traces_StartedInATrace_AllSpansBelongToIt()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == EmbeddedEngine.TelemetryName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var outer = new Activity("outer").Start();

        await RunAsync(_ => Task.CompletedTask);

        List<Activity> mine = [.. spans.Where(span => span.TraceId == outer.TraceId)];
        Assert.Equal(3, mine.Count(span => span.OperationName == "workflow metrics-parent"));
        Assert.Equal(2, mine.Count(span => span.OperationName == "workflow metrics-child"));
        Assert.Single(mine, span => span.OperationName == "activity metrics-add");
    }

    private static async Task RunAsync(Func<EmbeddedEngine, Task> before)
    {
        var clock = new VirtualClock(new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        await using var engine = await EmbeddedEngine.OpenAsync(new EngineOptions(), Registry, clock);
        await engine.StartAsync(Parent, "one", 41);
        await before(engine);
        await engine.RunUntilAsync(clock.GetUtcNow().AddHours(2));
        Assert.Equal(42, (await engine.StatusAsync("one"))!.Output!.Value.Read<int>());
    }
}
