namespace Optimizer.Workflows.Notices;

/// <summary>Who is told what, when and where.</summary>
/// <param name="Sinks">At least one; names all different.</param>
public sealed record NoticeSettings(IReadOnlyList<SinkSettings> Sinks)
{
    /// <summary>Without a file: people at the terminal, in digests unless it is urgent, and every notice in a file.</summary>
    public static NoticeSettings Default { get; } = new(
    [
        new("terminal", SinkKind.Terminal, new()),
        new("file", SinkKind.File, new() { IsMachine = true }),
    ]);

    /// <summary>Where people reach the cockpit, with a slash at its end; null when links are not given.</summary>
    public Uri? Link { get; init; }

    /// <summary>Who somebody in Slack is here: their id there, and the name of their principal. Who is not in it can look on and answer nothing.</summary>
    public IReadOnlyDictionary<string, string> People { get; init; } = new Dictionary<string, string>();
}
