using System.Text;
using Optimizer.Connectors.Notices;
using Optimizer.Standalone.Loop;
using Optimizer.Workflows.Notices;

namespace Optimizer.Standalone.Serving;

/// <summary>Who is told, as the data directory says: terminal and file where it says nothing.</summary>
internal static class OwnNotices
{
    /// <exception cref="NoticeSettingsException">The file cannot be used; the message names file, line and field.</exception>
    public static NoticePost Open(ServeOptions options, LocalRecords records) => new(
        records.Store.Told, Settings(Path.Combine(options.Folder, NoticeFile.FileName)), Environment.GetEnvironmentVariable, options.Folder,
        options.Terminal.WriteLine, options.Clock, new());

    private static NoticeSettings Settings(string file)
    {
        if (!File.Exists(file))
        {
            return NoticeSettings.Default;
        }

        var read = NoticeFile.Read(File.ReadAllText(file, Encoding.UTF8), file);
        return read.Settings ?? throw new NoticeSettingsException(string.Join(Environment.NewLine, read.Problems));
    }
}
