using System.Globalization;

namespace Optimizer.Standalone.Engine;

/// <summary>Times and gaps as a person reads them; always UTC.</summary>
internal static class Times
{
    private static readonly (long Ticks, string Unit)[] Units =
    [
        (TimeSpan.TicksPerDay, "d"),
        (TimeSpan.TicksPerHour, "h"),
        (TimeSpan.TicksPerMinute, "min"),
        (TimeSpan.TicksPerSecond, "s"),
    ];

    /// <summary>Such as "2026-11-21 03:12:07Z".</summary>
    public static string At(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Such as "2026-11-21 03:12:07Z (2 h 10 min ago)".</summary>
    public static string At(DateTimeOffset time, DateTimeOffset now) => $"{At(time)} ({Relative(time, now)})";

    /// <summary>Such as "03:12:07.131Z"; with the day before it when that is another than the one given.</summary>
    public static string Clock(DateTimeOffset time, DateTimeOffset? before)
    {
        var utc = time.UtcDateTime;
        var clock = utc.ToString("HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return before?.UtcDateTime.Date == utc.Date ? clock : $"{utc.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {clock}";
    }

    /// <summary>Such as "2 h 10 min ago", "in 5 s" or "now".</summary>
    public static string Relative(DateTimeOffset time, DateTimeOffset now) => Relative(now - time, Gap);

    /// <summary>With the largest unit alone: "2 h ago".</summary>
    public static string Roughly(DateTimeOffset time, DateTimeOffset now) => Relative(now - time, gap => string.Join(' ', Gap(gap).Split(' ').Take(2)));

    /// <summary>The two largest units of a gap, cut off, not rounded: "2 h 10 min", "12 s", "2.1 s", "131 ms". Its sign is dropped.</summary>
    public static string Gap(TimeSpan gap)
    {
        var ticks = Math.Abs(gap.Ticks);
        if (ticks < TimeSpan.TicksPerSecond)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{ticks / TimeSpan.TicksPerMillisecond} ms");
        }

        if (ticks < 10 * TimeSpan.TicksPerSecond)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{ticks / (TimeSpan.TicksPerSecond / 10) / 10.0:0.#} s");
        }

        var at = Array.FindIndex(Units, unit => ticks >= unit.Ticks);
        var (large, name) = Units[at];
        var whole = string.Create(CultureInfo.InvariantCulture, $"{ticks / large} {name}");
        if (at == Units.Length - 1)
        {
            return whole;
        }

        var (small, next) = Units[at + 1];
        var rest = ticks % large / small;
        return rest == 0 ? whole : string.Create(CultureInfo.InvariantCulture, $"{whole} {rest} {next}");
    }

    private static string Relative(TimeSpan passed, Func<TimeSpan, string> gap) => passed switch
    {
        { Ticks: >= TimeSpan.TicksPerSecond } => $"{gap(passed)} ago",
        { Ticks: <= -TimeSpan.TicksPerSecond } => $"in {gap(passed)}",
        _ => "now",
    };
}
