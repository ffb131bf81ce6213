using Optimizer.Connectors.Notices;
using Optimizer.Standalone.Loop;
using Optimizer.Standalone.Notices;
using Optimizer.Workflows.Notices;

namespace Optimizer.Standalone.Serving;

/// <summary>Who is told, as the data directory says: terminal and file where it says nothing.</summary>
internal static class OwnNotices
{
    /// <exception cref="NoticeSettingsException">The file cannot be used; the message names file, line and field.</exception>
    public static NoticePost Open(ServeOptions options, LocalRecords records) => new(
        records.Store.Told, Settings(options.Folder), Environment.GetEnvironmentVariable, options.Folder,
        options.Terminal.WriteLine, options.Clock, new());

    private static NoticeSettings Settings(string folder)
    {
        var read = NoticeSettingsPlace.Read(folder);
        return read.Settings ?? throw new NoticeSettingsException(string.Join(Environment.NewLine, read.Problems));
    }
}
