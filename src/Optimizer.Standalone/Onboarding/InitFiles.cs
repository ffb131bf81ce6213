using System.Globalization;
using System.Text;
using Optimizer.Connectors.Recordings;
using Optimizer.Standalone.Commands;
using Optimizer.Standalone.Serving;

namespace Optimizer.Standalone.Onboarding;

/// <summary>The files of a first play: all of them, or none. What is there already is never written over.</summary>
/// <param name="Folder">The data directory.</param>
/// <param name="Files">Text by path within it.</param>
internal sealed record InitFiles(string Folder, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>What a plan comes to; a policy that is there stays.</summary>
    /// <exception cref="InitRefusedException">The play is there already.</exception>
    public static InitFiles Of(string folder, InitPlan plan)
    {
        var files = new Dictionary<string, string>
        {
            [Path.Combine(ServeOptions.PlaysName, $"{plan.Slug}.yaml")] = FirstPlay.Of(plan),
            [Path.Combine(KpiFolder.Name, $"{plan.Slug}.csv")] = Figures(plan),
        };
        foreach (var there in files.Keys.Append(Path.Combine(KpiFolder.Name, $"{plan.Slug}.csv.gz")).Select(name => Path.Combine(folder, name)).Where(Path.Exists))
        {
            throw new InitRefusedException($"{there}: is there already and stays as it is; take another --slug, or remove it first", ExitCode.Conflict);
        }

        if (!Path.Exists(Path.Combine(folder, ServeOptions.PolicyName)))
        {
            files.Add(ServeOptions.PolicyName, FirstPolicy.Of(plan.TimeZone));
        }

        return new(folder, files);
    }

    /// <summary>Writes all of them aside, then gives them their names; what fails half way takes back what it did.</summary>
    /// <exception cref="InitRefusedException">Somebody else was quicker, or the disk refused; nothing is left.</exception>
    public void Write()
    {
        var aside = Path.Combine(Folder, $".init-{Guid.NewGuid():N}");
        var moved = new List<string>();
        try
        {
            _ = OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(aside)
                : Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).CreateSubdirectory(Path.GetFileName(aside));
            foreach (var (name, text) in Files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(aside, name))!);
                File.WriteAllText(Path.Combine(aside, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }

            foreach (var name in Files.Keys)
            {
                var target = Path.Combine(Folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(Path.Combine(aside, name), target, overwrite: false);
                moved.Add(target);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            moved.ForEach(File.Delete);
            throw new InitRefusedException($"{Folder}: cannot be written, and nothing was: {fault.Message}", ExitCode.UpstreamFailure);
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }

    // A row a day, as the KPI folder wants them, however the source writes its dates.
    private static string Figures(InitPlan plan)
    {
        var text = new StringBuilder($"date,{plan.Kpi}{(plan.Units is null ? "" : $",{plan.Unit}")}\n");
        var series = plan.Recording.Series;
        for (var day = series.Start; day <= series.LastDay; day = day.AddDays(1))
        {
            text.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd},{series[day]:R}");
            if (plan.Units is { } units)
            {
                text.Append(CultureInfo.InvariantCulture, $",{units.Series[day]:R}");
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
