using System.Globalization;
using System.Text;

namespace Optimizer.Benchmarks.Plays;

/// <summary>The page of results as Markdown.</summary>
internal sealed class PlaysPage(string command, int firstWeeks, bool reports, string machine)
{
    private const double MostGrowth = 1.5;

    private readonly StringBuilder _text = new();

    /// <summary>Whether all that was judged was kept.</summary>
    public bool Met { get; private set; } = true;

    /// <param name="points">One of each count, from few to many.</param>
    public void Scale(IReadOnlyList<ScalePoint> points)
    {
        _text.Append(CultureInfo.InvariantCulture, $"# Many plays in one process\n\n`dotnet run -c Release --project tests/Optimizer.Benchmarks -- {command}`\n\n");
        _text.Append(
            "The samples over and over on the simulated market, each round of them a site of its own, so that every eight plays may run three experiments; every play at full "
            + "autonomy from its first day, read once a day, live experiments watched every 15 minutes. Virtual time has one thread. The engine is in memory, the records on a file in "
            + $"a temporary folder (in memory the trail would be counted as memory of the plays). Weekly briefs are {(reports ? "on" : "off")}. "
            + "Seconds are CPU of the process, collector included, which other work on the machine disturbs less than the clock; memory is what is in use after a full collection, "
            + "SQLite's own included, of the engine, the loop and the market together.\n\n");
        _text.Append("| plays | weeks | plays × weeks a second | by the clock | enrolment, ms a play | memory, KB a play | records, KB a play and week |\n|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var point in points)
        {
            var work = (double)point.Plays * point.Weeks;
            _text.Append(CultureInfo.InvariantCulture,
                $"| {point.Plays:#,0} | {point.Weeks} | {work / point.Seconds:#,0} | {work / point.ClockSeconds:#,0} | {1000 * point.OpenSeconds / point.Plays:0.0} | {point.Bytes / 1024.0 / point.Plays:#,0} | {point.FileBytes / 1024.0 / work:#,0} |\n");
        }

        _text.Append(CultureInfo.InvariantCulture,
            $"\n## Growth\n\nThe first {firstWeeks} weeks of every run, so that like is compared with like; counts below 1,000 are run several times and added up. Last by first at most {MostGrowth} is linear.\n\n");
        _text.Append("| plays | microseconds a play and week | memory, KB a play |\n|---:|---:|---:|\n");
        foreach (var point in points)
        {
            _text.Append(CultureInfo.InvariantCulture, $"| {point.Plays:#,0} | {Cost(point, firstWeeks):#,0} | {point.FirstBytes / 1024.0 / point.Plays:#,0} |\n");
        }

        foreach (var former in points.SkipLast(1).Where((_, at) => at == 0 || at == points.Count - 2))
        {
            var last = points[^1];
            var cost = Cost(last, firstWeeks) / Cost(former, firstWeeks);
            var memory = (double)last.FirstBytes / last.Plays / ((double)former.FirstBytes / former.Plays);
            _text.Append(CultureInfo.InvariantCulture, $"\n- {Judged(cost <= MostGrowth)} cost of a play and week, {last.Plays:#,0} plays by {former.Plays:#,0}: {cost:0.00}");
            _text.Append(CultureInfo.InvariantCulture, $"\n- {Judged(memory <= MostGrowth)} memory of a play, {last.Plays:#,0} plays by {former.Plays:#,0}: {memory:0.00}");
        }

        _text.Append('\n');
    }

    public void State(IReadOnlyList<StatePoint> points)
    {
        _text.Append(CultureInfo.InvariantCulture,
            $"\n## One play over many ticks (S0-068)\n\nThe most of the 60 ticks before. It may begin diagnoses without an anomaly, so that it always has something to carry; converged, paused or under review, it is told to go on. The last may be at most {StateGrowth.MostGrowth} times the one before it.\n\n");
        _text.Append("| ticks | state, bytes | history events of a generation | of its experiment's | experiments begun | records in the trail |\n|---:|---:|---:|---:|---:|---:|\n");
        foreach (var point in points)
        {
            _text.Append(CultureInfo.InvariantCulture,
                $"| {point.Ticks:#,0} | {point.StateBytes:#,0} | {point.PlayEvents:#,0} | {point.ExperimentEvents:#,0} | {point.Experiments:#,0} | {point.Records:#,0} |\n");
        }

        _text.Append(CultureInfo.InvariantCulture, $"\n- {Judged(StateGrowth.IsMet(points))} state and history stay bounded\n");
    }

    public override string ToString() => $"{_text}\n## Machine\n\n{machine}\n";

    private static double Cost(ScalePoint point, int weeks) => 1e6 * point.FirstSeconds / point.Plays / weeks;

    private string Judged(bool met)
    {
        Met &= met;
        return met ? "PASS" : "FAIL";
    }
}
