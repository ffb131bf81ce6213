namespace Optimizer.Benchmarks.Engine;

/// <summary>What other engines showed: medians from the project's reference notes, not of this run.</summary>
internal sealed record Peers(string Restate, string Dbos, string Openworkflow, string Cloudflare, string DurableTask)
{
    public const string Source =
        "The peers' figures are medians from the project's reference notes, measured on another machine of the same kind (2 virtual cores, "
        + "flush 80-140 microseconds) and not in this run: Restate 1.7.12, DBOS 5.3.0 on PostgreSQL 15, openworkflow 0.10.1 on SQLite, "
        + "Cloudflare Workflows local, and DTFx (DurableTask.Core in memory, not durable).";

    public static Peers W1Median { get; } = new("7.7", "9.4", "77", "17.1", "0.43");

    public static Peers W1Tail { get; } = new("14.7", "17.7", "102", "30", "2.2");

    public static Peers W1Step { get; } = new("1.6", "2.0", "16", "3.5", "0.10");

    public static Peers W1Flushes { get; } = new("9.9", "7.0", "13.2", "26.6", "0");

    public static Peers W2Thousand { get; } = new("3,100", "1,190", "1,260", "336", "19,300");

    public static Peers W2TenThousand { get; } = new("3,750", "1,330", "940", "", "14,100");

    public static Peers W2ThousandFlushes { get; } = new("0.9", "4.7", "13.1", "26.1", "0");

    public static Peers W3 { get; } = new("865", "1,040", "605", "1,220", "66");

    public static Peers W4AloneMedian { get; } = new("1.1", "3.0", "50-100", "", "2.5");

    public static Peers W4AloneTail { get; } = new("4.9", "11", "", "", "");

    public static Peers W4Median { get; } = new("309", "1,080", "1,020", "189", "21");

    public static Peers W4Tail { get; } = new("491", "1,630", "1,440", "314", "38");

    public static Peers W4Total { get; } = new("536", "1,650", "1,720", "2,950", "45");

    public static Peers W5Start { get; } = new("7.5-7.9", "4.4-4.7", "45", "", "≤ 0.1");

    public static Peers W5Memory { get; } = new("165-190", "260 + 177", "164 in all", "", "26");

    public static Peers W5Ready { get; } = new("0.26-0.30", "0.28", "0.005", "", "");

    public static Peers W5Working { get; } = new("2.2-2.5", "2.2-2.3", "", "", "");
}
