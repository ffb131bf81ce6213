using Microsoft.Extensions.Logging;

namespace Optimizer.Functions.Composition;

/// <summary>Notices for whoever reads the log, where no other sink is named.</summary>
internal static partial class NoticeLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Line}")]
    public static partial void Told(ILogger logger, string line);
}
