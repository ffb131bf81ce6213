using System.Globalization;
using System.Text;

namespace Optimizer.Benchmarks.AzureScale;

/// <summary>The page of results as Markdown.</summary>
internal sealed class AzureScalePage
{
    private static readonly int[] Plays = [100, 1_000, 10_000, 100_000];
    private readonly StringBuilder _text = new();

    public static string Of(ScaleCount count, string command)
    {
        var page = new AzureScalePage();
        page.Counted(count, command);
        page._text.Append(AzureScaleText.Model);
        page.Days(count.Day);
        page.Mornings(count);
        page._text.Append(AzureScaleText.Steps(count));
        return page._text.ToString();
    }

    private void Counted(ScaleCount count, string command)
    {
        Say($"# Many plays on Azure Storage, on paper\n\n`dotnet run -c Release --project tests/Optimizer.Benchmarks -- {command}`\n\n");
        Say($"{count.Plays} plays, the samples over and over with three experiments at most in every eight, run on the embedded engine in virtual time, every play at full autonomy. ");
        Say($"For {count.Days} days every turn of every generation is counted as its history is written. Per play and day:\n\n");
        _text.Append("| workflow | turns | generations | activities | timers | of these fired | signals | children | KB of payload | history rows re-read |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        var days = (double)count.Plays * count.Days;
        foreach (var (name, tally) in count.Workflows.Append(new("all", count.All)))
        {
            Say($"| {name} | {tally.Turns / days:0.00} | {(tally.Starts + tally.Continued) / days:0.000} | {tally.Activities / days:0.00} | {tally.Timers / days:0.00} | {tally.Fired / days:0.00} ");
            Say($"| {tally.Signals / days:0.000} | {tally.Children / days:0.000} | {tally.Bytes / 1024.0 / days:0.0} | {tally.RowsRead / days:#,0} |\n");
        }

        Say($"\nPayloads above {StorageModel.LargeBytes >> 10} KiB: {count.All.Large:#,0} in all. The host's own records: {count.Day.Calls:0.0} calls and {count.Day.Appends:0.0} appends of {count.Day.Records:0.0} records to the audit trail.\n");
    }

    private void Days(Day day)
    {
        _text.Append("\n## A day\n\n| plays | control messages | work items | requests | of these tables | rows written | history rows read | audit records | requests a second, on average | with every row |\n|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var plays in Plays)
        {
            var all = plays * day;
            Say($"| {plays:#,0} | {all.Load.Control:#,0} | {all.Load.Work:#,0} | {all.Requests:#,0} | {all.Load.Table:#,0} | {all.Load.Written:#,0} | {all.Load.Read:#,0} | {all.Records:#,0} | {all.Requests / 86_400:#,0.0} | {(all.Load.Queue + all.Load.Read + all.Load.Written) / 86_400:#,0} |\n");
        }

        _text.Append("\nWith what running instances poll, whatever the plays do:\n\n| control queues | requests an hour and instance that holds them |\n|---:|---:|\n");
        foreach (var queues in new[] { Limits.UsualControlQueues, Limits.MostControlQueues })
        {
            Say($"| {queues} | {IdleModel.RequestsAnHour(queues):#,0} |\n");
        }
    }

    private void Mornings(ScaleCount count)
    {
        var morning = count.Morning;
        Say($"\n## The busiest minute of a weekday\n\nMost often {string.Join(", ", count.MorningAt.Take(3).Select(at => at.ToString("HH:mm", CultureInfo.InvariantCulture)))} UTC. Per play: {morning.Load.Episodes:0.00} episodes, ");
        Say($"{morning.Load.Control:0.00} control messages, {morning.Load.Work:0.00} work items, {morning.Load.Requests:0.0} requests, {morning.Records:0.00} audit records. Seconds until it is worked off, from best to worst; ");
        Say($"it keeps up when that is less than the {Verdict.Longest / 60:0} minutes between two watches of an experiment.\n\n");
        Say($"| plays | control queues, {Limits.UsualControlQueues} | control queues, {Limits.MostControlQueues} | work items, one queue | one account | audit trail, one partition | keeps up with {Limits.UsualControlQueues} | with {Limits.MostControlQueues} |\n");
        _text.Append("|---:|---:|---:|---:|---:|---:|---|---|\n");
        foreach (var plays in Plays)
        {
            var (few, many) = ((plays * morning).Drains(Limits.UsualControlQueues), (plays * morning).Drains(Limits.MostControlQueues));
            Say($"| {plays:#,0} | {Range(few[0])} | {Range(many[0])} | {Range(few[1])} | {Range(few[2])} | {Range(few[3])} | {Verdict.Of(few)} | {Verdict.Of(many)} |\n");
        }
    }

    private static string Range(Drain drain)
    {
        var (best, worst) = (Seconds(drain.Best), Seconds(drain.Worst));
        return best == worst ? best : $"{best} to {worst}";
    }

    private static string Seconds(double seconds) => seconds < 1 ? "under 1" : seconds.ToString("#,0", CultureInfo.InvariantCulture);

    private void Say(FormattableString text) => _text.Append(text.ToString(CultureInfo.InvariantCulture));
}
