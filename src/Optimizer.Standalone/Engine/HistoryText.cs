using Optimizer.Embedded.Inspection;

namespace Optimizer.Standalone.Engine;

/// <summary>
/// What happened, line by line, in the words of who reads it at night. It follows the entries in order, because an answer
/// names only the step that asked.
/// </summary>
internal sealed class HistoryText
{
    // Later than this is worth a word: the engine was stopped, or had too much to do.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

    private readonly Dictionary<int, HistoryEntry> _asked = [];
    private string? _failedInTurn;

    /// <summary>What came and was not taken yet.</summary>
    public static string Kept(HistoryEntry entry, DateTimeOffset now)
    {
        var what = entry switch
        {
            { Failure: { } failure } => $"a failure{Of(entry)}: {FailureText.Short(failure)}",
            { Step: not null } => $"an answer{Of(entry)}: {PayloadText.Short(entry.Payload, 60)}",
            _ => $"signal '{entry.Name}' {PayloadText.Short(entry.Payload, 60)}".TrimEnd(),
        };
        return $"{what}, since {Times.At(entry.At, now)}";

        static string Of(HistoryEntry entry) => entry.Name is { } name ? $" of {name}" : entry.Step is { } step ? $" to step #{step}" : "";
    }

    /// <summary>The line of an entry; null for one that has none of its own.</summary>
    public HistoryLine? Next(HistoryEntry entry)
    {
        var line = Line(entry);
        if (entry is { Step: { } step, Kind: HistoryKind.ActivityScheduled or HistoryKind.ChildStarted or HistoryKind.TimerSet or HistoryKind.WaitBegun })
        {
            _asked[step] = entry;
        }

        _failedInTurn = entry.Kind switch
        {
            HistoryKind.Turn => null,
            HistoryKind.ActivityFailed or HistoryKind.ChildFailed => Name(entry),
            _ => _failedInTurn,
        };
        return line;
    }

    private HistoryLine? Line(HistoryEntry entry) => entry.Kind switch
    {
        HistoryKind.Turn or HistoryKind.Kept => null,
        HistoryKind.Started => new("▸", null, "began with ") { Payload = entry.Payload },
        HistoryKind.ActivityScheduled => new("→", entry.Step, $"{entry.Name}(", "cyan")
        {
            Payload = entry.Payload,
            After = ")",
            Note = Attempt(entry),
            Fold = $"→{entry.Name}",
        },
        HistoryKind.ActivityBegun => new("!", entry.Step, $"{Name(entry)} was begun; it must not be repeated", "yellow"),
        HistoryKind.ActivityCompleted => new("←", entry.Step, $"{Name(entry)}: ", "green") { Payload = entry.Payload, Note = Took(entry), Fold = $"←{Name(entry)}" },
        HistoryKind.ActivityFailed => Failed(entry, $"{Name(entry)}{Tried(entry)}: "),
        HistoryKind.ChildStarted => new("→", entry.Step, $"run {entry.Name} as {entry.ChildId}(", "cyan")
        {
            Payload = entry.Payload,
            After = ")",
            Note = Attempt(entry),
            Fold = $"→{entry.Name}",
        },
        HistoryKind.ChildCompleted => new("←", entry.Step, $"{Name(entry)}: ", "green") { Payload = entry.Payload, Note = Took(entry), Fold = $"←{Asked(entry)?.Name}" },
        HistoryKind.ChildFailed => Failed(entry, $"{Name(entry)}{Tried(entry)}: "),
        HistoryKind.TimerSet => new("→", entry.Step, $"wait {Until(entry)}", "cyan") { Note = _failedInTurn is { } failed ? $"as {failed} failed" : "" },
        HistoryKind.WaitBegun => new("→", entry.Step, $"wait for signal '{entry.Name}' {Until(entry)}", "cyan"),
        HistoryKind.TimerFired => new("←", entry.Step, Asked(entry) is { Kind: HistoryKind.WaitBegun } wait ? $"no signal '{wait.Name}' in time" : "the time came", "yellow") { Note = LateBy(entry) },
        HistoryKind.SignalDelivered => new("←", entry.Step, $"signal '{entry.Name}': ", "green") { Payload = entry.Payload, Note = entry.Step is null ? "" : Took(entry), Fold = $"←'{entry.Name}" },
        HistoryKind.StatusSet => new("=", null, "status ", "dim") { Payload = entry.Payload },
        HistoryKind.ContinuedAsNew => new("↻", null, "continued as new with ", "blue") { Payload = entry.Payload },
        HistoryKind.Completed => new("✓", null, "returned ", "bold green") { Payload = entry.Payload },
        HistoryKind.Failed => Failed(entry, "failed: ") with { Step = null },
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Kind, "unknown kind"),
    };

    private static string Attempt(HistoryEntry entry) => entry.Attempt > 1 ? $"attempt {entry.Attempt}" : "";

    private static string Until(HistoryEntry entry) => entry.Due is { } due ? $"until {Times.At(due)} ({Times.Gap(due - entry.At)})" : "without limit";

    private HistoryLine Failed(HistoryEntry entry, string text) => new("✗", entry.Step, text + (entry.Failure is { } failure ? FailureText.Short(failure) : ""), "red")
    {
        Failure = entry.Failure,
        Note = entry.Step is null ? "" : Took(entry),
    };

    private HistoryEntry? Asked(HistoryEntry entry) => entry.Step is { } step ? _asked.GetValueOrDefault(step) : null;

    // A child is known by its id, everything else by its name.
    private string Name(HistoryEntry entry) =>
        entry.ChildId ?? Asked(entry)?.ChildId ?? entry.Name ?? Asked(entry)?.Name ?? "?";

    private string Tried(HistoryEntry entry) => (entry.Attempt ?? Asked(entry)?.Attempt) is { } attempt and > 1 ? $" (attempt {attempt})" : "";

    private string Took(HistoryEntry entry) => Asked(entry) is { } asked ? $"after {Times.Gap(entry.At - asked.At)}" : "";

    private string LateBy(HistoryEntry entry) => (entry.Due ?? Asked(entry)?.Due) is { } due && entry.At - due > Late ? $"{Times.Gap(entry.At - due)} late" : "";
}
