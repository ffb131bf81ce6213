using Optimizer.Connectors.Files;

namespace Optimizer.Connectors.Recordings;

/// <summary>Reads recorded experiments: rows of units, daily totals or moments per variant, in one file or one per variant.</summary>
public static class ExperimentFile
{
    private const long RowsBetweenReports = 1 << 16;

    /// <summary>Reads all files as one experiment, in constant memory per row.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="columns">Where the parts stand.</param>
    /// <param name="progress">Told the share of bytes read, now and then.</param>
    /// <exception cref="FileFaultException">Something cannot be used; the message names file, line and column.</exception>
    public static ExperimentRecording Read(
        IReadOnlyList<string> paths, ExperimentColumns columns, Action<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(columns);
        var gathering = new ExperimentGathering(columns, paths);
        for (var file = 0; file < paths.Count; file++)
        {
            using var reader = DelimitedFile.Open(paths[file]);
            Read(reader, file, gathering, share => progress?.Invoke((file + share) / paths.Count));
        }

        progress?.Invoke(1);
        return gathering.Finish();
    }

    private static void Read(DelimitedReader reader, int file, ExperimentGathering gathering, Action<double> progress)
    {
        if (!reader.Read())
        {
            throw new FileFaultException(gathering.PathOf(file), null, null, "the file has a header but no rows");
        }

        gathering.Begin(reader, file);
        var rows = 0L;
        do
        {
            gathering.Add(reader);
            if (++rows % RowsBetweenReports == 0)
            {
                progress(reader.Progress ?? 0);
            }
        }
        while (reader.Read());
    }
}
