using Optimizer.Benchmarks.Engine.Waiting;

namespace Optimizer.Benchmarks.Engine.Workloads;

/// <summary>W5: 10,000 workflows wait; the process is killed, a fresh one opens the file, and then all go on.</summary>
internal sealed class WaitingMany : Workload
{
    private const int Instances = 10_000;

    private readonly Waits[] _waits;
    private TimeSpan _lead = TimeSpan.FromSeconds(5);

    public WaitingMany() => _waits = [Of("timers", true), Of("signals", false)];

    public override string Name => "W5";

    public override Task RunAsync(string folder)
    {
        var empty = WaitingProcesses.Open(Path.Combine(folder, "empty.db"), 0, 0);
        foreach (var waits in _waits)
        {
            var (started, report) = waits.OnTimers ? Timers(folder) : Run(Path.Combine(folder, "signals.db"), 0);
            waits.Start.Add(started);
            waits.Memory.Add((report.ResidentBytes - empty.ResidentBytes) / 1e6);
            waits.Heap.Add((report.HeapBytes - empty.HeapBytes) / 1e6);
            waits.Ready.Add(report.OpenSeconds);
            waits.Replayed.Add(report.Replays);
            waits.Found.Add(report.Live);
            waits.Completed.Add(report.Completed);
            waits.End.Add(report.EndSeconds);
        }

        return Task.CompletedTask;
    }

    // All are due at one time that must lie behind the measurement; a slow machine gets more.
    private (double Started, WaitingReport Report) Timers(string folder)
    {
        while (true)
        {
            var due = DateTime.UtcNow + _lead;
            var run = Run(Path.Combine(folder, $"timers-{_lead.TotalSeconds}.db"), due.Ticks);
            if (!run.Report.TooLate)
            {
                return run;
            }

            _lead *= 2;
        }
    }

    private static (double Started, WaitingReport Report) Run(string file, long due) =>
        (WaitingProcesses.StartAndKill(file, Instances, due), WaitingProcesses.Open(file, Instances, due));

    private Waits Of(string on, bool timers) => new(
        timers,
        Start: Add(new($"W5 10,000 start and wait for {on}, s", "0.00") { Peers = timers ? Peers.W5Start : null }),
        Memory: Add(new($"W5 resident memory for 10,000 waiting for {on}, after kill -9, above an empty engine, MB", "0.0")
        {
            Limit = new() { AtMost = 20 },
            Peers = timers ? Peers.W5Memory : null,
        }),
        Heap: Add(new($"W5 of that managed after a full collection ({on}), MB", "0.0")),
        Ready: Add(new($"W5 ready after kill -9 ({on}), s", "0.000") { Limit = new() { AtMost = 0.3 }, Peers = timers ? Peers.W5Ready : null }),
        Replayed: Add(new($"W5 workflows replayed at that start ({on})", "0") { Limit = new() { Exactly = 0 } }),
        Found: Add(new($"W5 found waiting for {on}", "#,0") { Limit = new() { Exactly = Instances } }),
        Completed: Add(new($"W5 completed by their {on}", "#,0") { Limit = new() { Exactly = Instances } }),
        End: Add(new($"W5 all 10,000 {on} at one time until the last completed, s", "0.00") { Peers = timers ? Peers.W5Working : null }));

    private sealed record Waits(bool OnTimers, Line Start, Line Memory, Line Heap, Line Ready, Line Replayed, Line Found, Line Completed, Line End);
}
