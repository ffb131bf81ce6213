using Optimizer.Connectors.Files;
using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Policies;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Plays;
using Optimizer.Standalone.Policies;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Standalone.Backtests;

/// <summary>The files of a backtest as the user named them, and what they are to be read by.</summary>
/// <param name="Play">Definition of one play.</param>
/// <param name="Kpi">Figures of its KPI.</param>
internal sealed record BacktestFiles(string Play, string Kpi)
{
    public string? Date { get; init; }

    public string? Value { get; init; }

    public PerDay PerDay { get; init; }

    public bool Sort { get; init; }

    public string? Experiments { get; init; }

    public required ExperimentColumns Columns { get; init; }

    public Autonomy? Autonomy { get; init; }

    public string? Policy { get; init; }

    public int? Days { get; init; }

    public string? Folder { get; init; }

    /// <summary>Reads all of them.</summary>
    /// <exception cref="FileFaultException">A recording cannot be used.</exception>
    /// <exception cref="PolicyReadException">The play or the policy cannot be used.</exception>
    public BacktestOptions Read()
    {
        var found = ReadPlay();
        var policy = Policy is null ? null : ReadPolicy(Policy);
        var play = found.Document.Play;
        var (date, value) = RecordingColumns.OfKpi(Kpi, Date, Value, [.. play.Primary.Select(kpi => kpi.Key)]);
        var kpi = play.Primary.FirstOrDefault(each => each.Key == value) ?? play.Primary.First();
        var recording = KpiFile.Read(Kpi, date, value, kpi.Direction, PerDay, Sort);
        var figures = recording.Series.Days - recording.Missing;
        if (figures < BacktestPlan.LeastDays)
        {
            throw new FileFaultException(
                Kpi, null, value, $"holds figures of {Domain.Words.Days(figures)}; a backtest needs at least {BacktestPlan.LeastDays}, and six weeks before anything is compared");
        }

        return new()
        {
            Autonomy = Autonomy,
            Days = Days,
            Experiments = Experiments is null ? [] : ReadExperiments(Experiments, value),
            ExperimentsFile = Experiments,
            Folder = Folder,
            Kpi = recording,
            KpiFile = Kpi,
            KpiKey = kpi.Key,
            Play = found,
            Policy = policy,
            PolicyFile = Policy,
        };
    }

    private IReadOnlyList<RecordedExperiment> ReadExperiments(string path, string value)
    {
        var (columns, experiment) = RecordingColumns.OfExperiments(path, Columns, value);
        return RecordedExperiments.Read(path, columns, experiment);
    }

    private FoundPlay ReadPlay()
    {
        var read = PlayFiles.Read([Play]);
        return read switch
        {
            { Problems: [_, ..] } => throw new PolicyReadException([.. read.Problems.Select(problem => problem.ToString())], ExitCode.BadInput),
            { Plays: [var only] } => only,
            { Plays: [] } => throw new PolicyReadException([$"{Play}: holds no play"], ExitCode.BadInput),
            _ => throw new PolicyReadException([$"{Play}: holds {read.Plays.Count} plays; name a file with one"], ExitCode.BadInput),
        };
    }

    private static string ReadPolicy(string file)
    {
        try
        {
            var text = File.ReadAllText(file);
            var read = PolicyFile.Read(text, file);
            return read.Policy is null ? throw new PolicyReadException([.. read.Problems.Select(problem => problem.ToString())], ExitCode.BadInput) : text;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PolicyReadException([$"{file}: cannot be read: {fault.Message}"], ExitCode.BadInput);
        }
    }
}
