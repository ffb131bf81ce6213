using System.Text;
using Optimizer.Connectors.Files;

namespace Optimizer.Connectors.Recordings;

/// <summary>Reads a file of dated experiments, one or, told apart by a column, several.</summary>
public static class RecordedExperiments
{
    /// <param name="path">The file.</param>
    /// <param name="columns">Where the parts stand; a date is needed.</param>
    /// <param name="experiment">Column that tells experiments apart; null when the file holds one.</param>
    /// <returns>In order of appearance; one per variant.</returns>
    /// <exception cref="FileFaultException">Something cannot be used; the message names file, line and column.</exception>
    public static IReadOnlyList<RecordedExperiment> Read(string path, ExperimentColumns columns, string? experiment)
    {
        ArgumentNullException.ThrowIfNull(columns);
        using var reader = DelimitedFile.Open(path);
        var split = experiment is null ? -1 : reader.IndexOf(experiment);
        var gatherings = new Dictionary<string, ExperimentGathering>(StringComparer.Ordinal);
        while (reader.Read())
        {
            var name = split < 0 ? Path.GetFileNameWithoutExtension(path) : Encoding.UTF8.GetString(FieldText.Trim(reader[split]));
            if (name.Length == 0)
            {
                throw reader.Fault(experiment, "the field is empty; the name of an experiment is needed");
            }

            if (!gatherings.TryGetValue(name, out var gathering))
            {
                gatherings.Add(name, gathering = new(columns, [path]));
                gathering.Begin(reader, 0);
            }

            gathering.Add(reader);
        }

        return gatherings.Count == 0
            ? throw new FileFaultException(path, null, null, "the file has a header but no rows")
            : [.. gatherings.SelectMany(pair => Finish(path, pair.Key, pair.Value, split >= 0))];
    }

    private static IReadOnlyList<RecordedExperiment> Finish(string path, string name, ExperimentGathering gathering, bool isOneOfMany)
    {
        try
        {
            var recording = gathering.Finish();
            return recording.Dated
                ? RecordedExperiment.Of(name, recording)
                : throw new FileFaultException(path, null, null, "an experiment without dates cannot be lived through day by day; a column of dates is needed");
        }
        catch (FileFaultException fault) when (isOneOfMany)
        {
            throw new FileFaultException(path, fault.Line, fault.Column, $"experiment '{name}': {fault.Problem}", fault);
        }
        catch (ArgumentException fault)
        {
            throw new FileFaultException(path, null, null, fault.Message, fault);
        }
    }
}
