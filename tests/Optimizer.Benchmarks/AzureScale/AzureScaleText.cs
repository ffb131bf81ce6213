using System.Globalization;

namespace Optimizer.Benchmarks.AzureScale;

/// <summary>What the page says in words.</summary>
internal static class AzureScaleText
{
    public const string Model = """

        ## The model

        What the Azure Storage backend does is read off its source (Azure/durabletask, DurableTask.AzureStorage) and measured: version 2.9.1 on Azurite,
        four partitions, requests counted behind its retries and rows in its tables, small workflows of 0 to 6 activities, 1 to 3 timers, signals, waits with a cancelled
        timer, and generations. Storage code and client are the real ones; the dispatcher between them is that of durabletask-dotnet, not the Functions host's.

        | what | costs | from |
        |---|---|---|
        | an episode (a turn; one that continues as new goes straight on in the next generation) | reads its history, writes a batch, merges the instance's row: 3 table requests | measured: 7 of each for 6 activities; 7 for 3 generations of 1 activity and 1 timer |
        | a start | 2 table requests, 1 control message | measured |
        | an activity | 1 work item, 1 control message, 2 rows | measured: 29 rows for 6 activities in a row, 17 for 3, 9 for 1, 5 for none |
        | a timer | 1 control message, 1 row, 1 more when it fires | measured: 17 rows for 3 |
        | a timer that is cancelled | its message comes all the same when it is due, and its history is looked for: 1 table request | measured, and source |
        | a signal | 1 control message, 1 row | measured: 14 rows for 3 |
        | a child | 2 control messages, 2 rows, and what it does itself | source; not measured |
        | a message | put, fetch, delete: 3 queue requests (a fetch brings up to 32 when so many wait) | measured |
        | rows beside | beginning and end of each episode, start and end of each generation; each episode also rewrites its end mark and the instance's row | measured |
        | a payload above 30 KiB | 13 blob writes, 1 read | measured with 80,000 characters of chance; limits of 45 KB a message and 60 KB of UTF-16 a property are the source's |
        | an empty queue | a poll every 10 s, the longest that host.json lets it wait, and about 9 on the way there | measured with 30 s: 4 in 120 s of each of 5 queues; source |
        | partitions and the app's lease | 12 reads, 12 writes a partition and 5 blob writes in 120 s | measured, nothing to do |
        | a call of the host's own records | 1 request; an append to the audit trail 2 | the stores' design |
        | a record of the audit trail | 5 rows (itself, its key, up to three marks) of one partition, at most 19 records a batch | the trail's design |

        Limits: 20,000 requests a second of an account, 2,000 messages of 1 KiB a second of a queue, 2,000 entities of 1 KiB a second of a table's partition
        (Microsoft's scalability targets). Worst for queues: a quarter of it. Worst for the account: every row that is read or written counts as a request. Worst for the trail: every append a batch of its own, 30 ms there and back.
        A batch has at most 100 rows. Histories lie in a partition per instance, so only the trail's partition is shared by all plays. What the CPU of instances allows is not in it.

        """;

    public static string Steps(ScaleCount count)
    {
        var (day, morning) = (count.Day, count.Morning);
        var experiment = count.Workflows.GetValueOrDefault("Experiment");
        return string.Create(CultureInfo.InvariantCulture, $"""

            ## What to change, step by step

            Experiments are what costs: {100.0 * StorageModel.Of(experiment).Requests / StorageModel.Of(count.All).Requests:0} % of the requests, for they are watched every 15 minutes, and
            {100.0 * experiment.RowsRead / count.All.RowsRead:0} % of the rows read, for a host without a cache reads a day's history at each watch.

            | plays | change | because |
            |---:|---|---|
            | 100 | nothing: 4 control queues, one instance | {100 * day.Requests / 86_400:0.0} requests a second on average |
            | 1,000 | nothing; look at the bill for tables first | {1_000 * day.Load.Read / 1e6:0.0} million history rows a day are read again |
            | 10,000 | shorter generations of experiments; a new install with `partitionCount` 16 (it cannot be changed later), ticks spread over an hour by play | the busiest minute is {10_000 * morning.Load.Requests:#,0} requests, and the trail needs {10_000 * morning.Records * Limits.RowsPerRecord / Limits.PartitionEntities:#,0} to {10_000 * morning.Records / Limits.LoneAppends:#,0} s for its records |
            | 100,000 | Durable Task Scheduler in place of queues and tables, or 10 installs by site, each with a hub, an account and a trail of its own | {100_000 * (day.Load.Read + day.Load.Written) / 86_400:#,0} rows a second, on average and all day, may be more than one account takes; the scheduler reads no history from tables, and {100_000 * (morning.Load.Control + morning.Load.Work):#,0} messages of the busiest minute take one of its capacity units {100_000 * (morning.Load.Control + morning.Load.Work) / 2_000:#,0} s |

            History is read again at every episode. With 50 steps in a generation of an experiment where there are 200 now, it falls to about a quarter: the first thing to change when
            rows matter, at the boundary of a generation, so nothing that runs breaks.
            Spreading ticks over an hour takes the plays' part out of the busiest minute; the watches of experiments stay on their quarter hours, which follow their starts.
            The audit trail is one chain in one partition by design: at 100,000 plays {100_000 * day.Records * Limits.RowsPerRecord / 86_400:0} of its 2,000 rows a second on average;
            in the busiest minute every instance waits for it, and the fewer appends go together the longer. Splitting by site splits it too.

            ## What this does not say

            Nothing was run on Azure. Latency, throttling, cold starts, CPU and memory of instances are not in the model; retries after failures hardly occur in the simulated market.
            The scheduler's 2,000 actions a second and capacity unit are its documentation's.

            """);
    }
}
