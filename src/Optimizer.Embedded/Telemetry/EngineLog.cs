using Microsoft.Extensions.Logging;

namespace Optimizer.Embedded.Telemetry;

/// <summary>What the engine logs. No payload is ever in a log line.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(1, LogLevel.Information, "Engine opened {File}: {Live} instances under way, {Busy} with something to do, {Timers} timers, in {Milliseconds} ms")]
    public static partial void Opened(ILogger log, string file, int live, int busy, int timers, double milliseconds);

    [LoggerMessage(2, LogLevel.Information, "Engine stopped: {File}")]
    public static partial void Stopped(ILogger log, string file);

    [LoggerMessage(3, LogLevel.Error, "Nothing can be written: {Problem}. Requests are refused, everything else waits and is tried again")]
    public static partial void StoreFails(ILogger log, Exception fault, string problem);

    [LoggerMessage(4, LogLevel.Critical, "A {Change} cannot be applied and was set aside")]
    public static partial void ChangeBroken(ILogger log, Exception fault, string change);

    [LoggerMessage(5, LogLevel.Error, "Parked {Instance} ({Workflow}): {Reason}")]
    public static partial void Parked(ILogger log, string instance, string workflow, string reason);

    [LoggerMessage(6, LogLevel.Warning, "{Instance} ({Workflow}) has {Events} events in one generation; it is parked at {Limit}. It should continue as new")]
    public static partial void LongHistory(ILogger log, string instance, string workflow, int events, int limit);

    [LoggerMessage(7, LogLevel.Warning, "{Instance} ended with {Count} signals that it did not wait for")]
    public static partial void SignalsDropped(ILogger log, string instance, int count);

    [LoggerMessage(8, LogLevel.Information, "Dropped an answer for step {Step} of {Instance}: nothing waits for it any more")]
    public static partial void AnswerDropped(ILogger log, int step, string instance);

    [LoggerMessage(9, LogLevel.Warning, "Activity {Activity} of {Instance} failed in attempt {Attempt}: {Problem}")]
    public static partial void ActivityFailed(ILogger log, string activity, string instance, int attempt, string problem);

    [LoggerMessage(10, LogLevel.Error, "{Instance} ({Workflow}) failed: {Problem}")]
    public static partial void Failed(ILogger log, string instance, string workflow, string problem);

    [LoggerMessage(11, LogLevel.Information, "Deleted {Count} instances that finished before {Before}")]
    public static partial void Swept(ILogger log, int count, DateTimeOffset before);

    [LoggerMessage(12, LogLevel.Warning, "{Instance} was under way when the process died, {Attempts} times in a row")]
    public static partial void Suspect(ILogger log, string instance, int attempts);

    [LoggerMessage(13, LogLevel.Warning, "The engine's door for the inspector could not be opened: {Problem}")]
    public static partial void NoDoor(ILogger log, string problem);
}
