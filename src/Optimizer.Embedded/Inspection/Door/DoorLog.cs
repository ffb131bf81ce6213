using Microsoft.Extensions.Logging;

namespace Optimizer.Embedded.Inspection.Door;

/// <summary>What the door tells who runs the engine.</summary>
internal static partial class DoorLog
{
    [LoggerMessage(LogLevel.Warning, "The door of {File} cannot be opened: the engine runs, but cannot be looked at from outside")]
    public static partial void DoorFailed(this ILogger log, Exception fault, string file);

    [LoggerMessage(LogLevel.Warning, "A client could not be let in at the door of {File}")]
    public static partial void ClientRefused(this ILogger log, Exception fault, string file);

    [LoggerMessage(LogLevel.Debug, "A client at the door of {File} left or was sent away")]
    public static partial void ClientGone(this ILogger log, Exception fault, string file);

    [LoggerMessage(LogLevel.Error, "Serving a client at the door of {File} failed")]
    public static partial void ServingFailed(this ILogger log, Exception fault, string file);

    [LoggerMessage(LogLevel.Warning, "A question at the engine's door could not be answered: {Ask}")]
    public static partial void QuestionFailed(this ILogger log, Exception fault, string ask);
}
