using Optimizer.Workflows.Notices;

namespace Optimizer.Standalone.Notices;

/// <summary>Where a data directory says who is told.</summary>
internal static class NoticeSettingsPlace
{
    /// <summary>The settings of a directory: its file, or the defaults without one.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static NoticeFile Read(string folder)
    {
        var path = Path.Combine(folder, NoticeFile.FileName);
        return File.Exists(path) ? NoticeFile.Read(File.ReadAllText(path), path) : new(NoticeSettings.Default, []);
    }
}
