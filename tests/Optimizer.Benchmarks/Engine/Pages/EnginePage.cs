using System.Globalization;
using System.Text;
using Optimizer.Benchmarks.Engine.Growth;

namespace Optimizer.Benchmarks.Engine.Pages;

/// <summary>The page of results as Markdown.</summary>
internal sealed class EnginePage
{
    private readonly StringBuilder _text = new();

    public EnginePage() =>
        _text.Append("# Speed of the embedded engine\n\n`dotnet run -c Release --project tests/Optimizer.Benchmarks -- engine`\n\n");

    /// <summary>Whether all that was judged was kept.</summary>
    public bool Met { get; private set; } = true;

    public void Lines(IReadOnlyList<Line> lines, int rounds)
    {
        _text.Append(CultureInfo.InvariantCulture,
            $"On a file, synchronous=FULL: an acknowledged step survives kill -9 and loss of power. Median [range] of {rounds} rounds after one of warm-up, in W5 without: its processes are fresh; ");
        _text.Append(
            "client, engine and handlers share the cores. Raw loop: the same number of durable points (7 a workflow of 5 steps, 300 bytes each) written "
            + "to an append-only table by one thread that commits all that waits, on the same SQLite and pragmas, without any engine; × raw is the median "
            + "over the rounds.\n\n");
        _text.Append("| what | ours | goal | | raw loop | × raw | Restate | DBOS | openworkflow | Cloudflare | DTFx |\n");
        _text.Append("|---|---:|---|---|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var line in lines)
        {
            _text.Append(CultureInfo.InvariantCulture, $"| {line.What} | {line.Ours.Said(line.Format)} | {line.Limit} | ");
            _text.Append(line.Limit is null ? "" : Judged(line.IsMet)).Append(" | ");
            _text.Append(line.Raw.IsEmpty ? " | | " : $"{line.Raw.Said(line.Format)} | {line.TimesRaw.Median.ToString("0.00", CultureInfo.InvariantCulture)} | ");
            _text.AppendJoin(" | ", Cells(line.Peers)).Append(" |\n");
        }

        _text.Append('\n').Append(Peers.Source).Append(" \"Ready\" of a peer is its process answering; what waits is there 1.5-2.3 s after.\n\n");
    }

    public void Growth(IReadOnlyList<Curve> curves)
    {
        _text.Append("## Growth\n\nMicroseconds a step, many workflows at once, lower quartile of the repeats; the last may be at most ");
        _text.Append(CultureInfo.InvariantCulture, $"{Curve.MostGrowth} times the first.\n");
        foreach (var curve in curves)
        {
            _text.Append(CultureInfo.InvariantCulture, $"\n| {curve.Of} | microseconds a step | the first, as near in time as can be |\n|---:|---:|---:|\n");
            foreach (var (amount, microseconds, first) in curve.Points)
            {
                _text.Append(CultureInfo.InvariantCulture, $"| {amount:#,0} | {microseconds:0.0} | {first:0.0} |\n");
            }

            _text.Append(CultureInfo.InvariantCulture, $"\nLast by first: {curve.Growth:0.00}, {Judged(curve.IsMet)}.\n");
        }

        _text.Append('\n');
    }

    public void Virtual(VirtualMonths months) => _text.Append(CultureInfo.InvariantCulture,
        $"## Virtual time\n\n{VirtualMonths.Workflows} workflows that wake every 15 minutes for {VirtualMonths.Weeks} weeks and call one activity each time, in memory, on one "
        + $"core's worth of turns: {months.WakeUps:#,0} wake-ups in {months.Seconds:0.0} s, {months.WakeUps / months.Seconds:#,0} a second.\n\n");

    public void Machine(string facts) => _text.Append(CultureInfo.InvariantCulture, $"## Machine\n\n{facts}\n");

    public override string ToString() => _text.ToString();

    private string Judged(bool met)
    {
        Met &= met;
        return met ? "PASS" : "FAIL";
    }

    private static string[] Cells(Peers? peers) => peers is null
        ? ["", "", "", "", ""]
        : [peers.Restate, peers.Dbos, peers.Openworkflow, peers.Cloudflare, peers.DurableTask];
}
