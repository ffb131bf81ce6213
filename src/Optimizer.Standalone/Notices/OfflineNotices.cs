using Optimizer.Embedded.Records;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Engine;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Operations;

namespace Optimizer.Standalone.Notices;

/// <summary>Puts a notice into the records beside the server: the one that runs, or the next that does, delivers it.</summary>
internal static class OfflineNotices
{
    /// <summary>Tells; settings that cannot be used hold nothing up, and that nobody is told is said.</summary>
    public static async Task TellAsync(ServerSource source, RecordStore records, string folder, Func<FreezeNotices, Task> tell)
    {
        if (Sinks(source, folder) is { } sinks)
        {
            await tell(new(new Outbox(records.Told, sinks, source.Terminal.Clock)));
        }
    }

    private static IReadOnlyList<SinkSettings>? Sinks(ServerSource source, string folder)
    {
        try
        {
            var file = NoticeSettingsPlace.Read(folder);
            if (file.Settings is { } settings)
            {
                return settings.Sinks;
            }

            Say(source, string.Join("; ", file.Problems));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Say(source, problem.Message);
        }

        return null;
    }

    private static void Say(ServerSource source, string problem) => source.Terminal.Error.WriteLine(Plain.Text($"nobody is told of it: {problem}"));
}
