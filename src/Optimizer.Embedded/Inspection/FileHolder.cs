namespace Optimizer.Embedded.Inspection;

/// <summary>Who held an engine's file last and did not let it go in order: its process died.</summary>
/// <param name="Pid">Its process.</param>
/// <param name="StartedAt">When it took the file, UTC.</param>
/// <param name="BeatAt">When it last said that it lives, UTC.</param>
public sealed record FileHolder(int Pid, DateTimeOffset StartedAt, DateTimeOffset BeatAt);
