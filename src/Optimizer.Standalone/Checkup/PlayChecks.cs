using Optimizer.Connectors.Files;
using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Plays;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Plays;
using Optimizer.Statistics.Designs;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Standalone.Checkup;

/// <summary>Whether the plays can do their work: valid, measured, with history, with enough visitors, with something to change.</summary>
internal static class PlayChecks
{
    private const int HistoryDays = 28;
    private const int SizingDays = 14;
    private const double LargestLift = 0.5;
    private static readonly SampleSize Usual = new(Alpha: 0.05, Power: 0.8);

    public static async Task<IReadOnlyList<Finding>> OfAsync(Patient patient, CancellationToken cancellationToken)
    {
        var (plays, problems) = await ReadAsync(patient, cancellationToken);
        var findings = new List<Finding>(problems.Select(problem => Finding.Fail("definitions", problem.ToString(), $"correct {problem.File}:{problem.Line}, then: optimizer plays validate {Patient.Shell(problem.File)}")));
        if (plays.Count == 0 && problems.Count == 0)
        {
            return [Finding.Warn("definitions", "there is no play yet", $"optimizer init --csv FILE{patient.Data}")];
        }

        if (problems.Count == 0)
        {
            findings.Add(Finding.Ok("definitions", $"{plays.Count:#,0} {(plays.Count == 1 ? "play reads" : "plays read")}"));
        }

        var folder = patient.PathOf(KpiFolder.Name);
        var source = new KpiFolder(folder, patient.Clock);
        foreach (var play in plays)
        {
            findings.AddRange(await OneAsync(patient, play, source, folder, cancellationToken));
        }

        return findings;
    }

    /// <summary>The plays of the folder, and those in force that the folder does not have.</summary>
    internal static async Task<(IReadOnlyList<Play> Plays, IReadOnlyList<DefinitionProblem> Problems)> ReadAsync(Patient patient, CancellationToken cancellationToken)
    {
        var files = new PlayFiles([], []);
        try
        {
            files = Directory.Exists(patient.PlaysFolder) ? PlayFiles.Read([patient.PlaysFolder]) : files;
        }
        catch (FileFaultException)
        {
            // An empty folder is no fault of any play.
        }

        PlayFiles shelf;
        try
        {
            shelf = await PlayShelf.ReadAsync(patient.Folder, cancellationToken);
        }
        catch (RecordFileException)
        {
            // Said where the records are looked at.
            shelf = new([], []);
        }

        return (
            [.. files.Plays.Concat(shelf.Plays).Select(found => found.Document.Play).DistinctBy(play => play.Slug, StringComparer.Ordinal)],
            [.. files.Problems, .. shelf.Problems]);
    }

    private static async Task<IReadOnlyList<Finding>> OneAsync(Patient patient, Play play, KpiFolder source, string folder, CancellationToken cancellationToken)
    {
        var last = TickClock.LocalDay(patient.Now, play.Monitor.TimeZone).AddDays(-1);
        var findings = new List<Finding>();
        foreach (var gap in PlayGaps.Of(play))
        {
            findings.Add(Finding.Warn($"{play.Slug}: definition", gap, $"edit {Patient.Shell(Path.Combine(patient.PlaysFolder, $"{play.Slug}.yaml"))}; its comments say how"));
        }

        try
        {
            var file = KpiFolder.FileOf(folder, play.Slug);
            if (await source.FaultAsync(play, last, cancellationToken) is { } fault)
            {
                findings.Add(Finding.Fail($"{play.Slug}: figures", fault, $"write {Patient.Shell(file)} with yesterday's figures; 'optimizer tick {play.Slug}{patient.Data}' then reads it at once"));
                return findings;
            }

            var goal = play.Primary.First();
            var days = await source.DaysAsync(play, goal, last, cancellationToken);
            findings.Add(days >= HistoryDays
                ? Finding.Ok($"{play.Slug}: figures", $"{days:#,0} days of {goal.Key}, fresh to the last week")
                : Finding.Warn($"{play.Slug}: figures", $"{days} days of {goal.Key}; no experiment starts before there are {HistoryDays}", $"put older days into {Patient.Shell(file)}, or wait"));
            findings.AddRange(await EventsAsync(play, source, file, last, cancellationToken));
            findings.AddRange(await TrafficAsync(play, goal, source, file, last, cancellationToken));
        }
        catch (FileFaultException fault)
        {
            findings.Add(Finding.Fail($"{play.Slug}: figures", fault.Message, $"correct {Patient.Shell(fault.Path)}{(fault.Line is { } line ? $" at line {line}" : "")}; it is read again at once"));
        }

        return findings;
    }

    private static async Task<IEnumerable<Finding>> EventsAsync(Play play, KpiFolder source, string file, DateOnly last, CancellationToken cancellationToken)
    {
        var events = PlayGaps.CoreEvents(play);
        var counts = await source.CountAsync(play, events, last.AddDays(-6), last, cancellationToken);
        var unseen = events.Where(name => counts.GetValueOrDefault(name) == 0).ToList();
        return unseen.Count == 0 ? [] : [Finding.Fail(
            $"{play.Slug}: events", $"not seen in the last 7 days: {string.Join(", ", unseen)}", $"repair the tracking of {unseen[0]}, or correct its column in {Patient.Shell(file)}")];
    }

    private static async Task<IEnumerable<Finding>> TrafficAsync(Play play, PlayKpi goal, KpiFolder source, string file, DateOnly last, CancellationToken cancellationToken)
    {
        if (goal.Measure.Denominator?.Event is not { } unit)
        {
            return [];
        }

        var first = last.AddDays(1 - SizingDays);
        var perDay = (double)(await source.CountAsync(play, [unit], first, last, cancellationToken)).GetValueOrDefault(unit) / SizingDays;
        var figures = (await source.ReadAsync(play, goal, first, last, cancellationToken)).Select(point => point.Value).OfType<double>().ToList();
        if (perDay < 1 || figures.Count == 0 || figures.Average() is not (> 0 and < 1))
        {
            return [Finding.Warn($"{play.Slug}: traffic", $"how many {unit} come a day is not known, so no detectable lift can be told", $"add a column {unit} with their number a day to {Patient.Shell(file)}")];
        }

        var lift = Usual.DetectableRiseSequential(figures.Average(), perDay * SizingDays / 2);
        var seen = $"{perDay:#,0} {unit} a day: a lift of {Domain.Words.Change(lift)} can be found in {SizingDays} days";
        return [lift is null or > LargestLift
            ? Finding.Warn($"{play.Slug}: traffic", lift is null ? $"{perDay:#,0} {unit} a day are too few to find any lift in {SizingDays} days" : seen, "try larger changes, or a KPI that happens more often")
            : Finding.Ok($"{play.Slug}: traffic", seen)];
    }
}
