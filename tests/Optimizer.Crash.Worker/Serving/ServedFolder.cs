using System.Globalization;
using Optimizer.Testing;

namespace Optimizer.Crash.Worker.Serving;

/// <summary>A data directory with plays that all have something to ask: every KPI has just fallen, and every change needs a person.</summary>
/// <param name="path">Where it is made.</param>
/// <param name="count">Plays.</param>
public sealed class ServedFolder(string path, int count)
{
    private const double FallenTo = 0.13;

    public string Data => Path.Combine(path, "data");

    public string Plays => Path.Combine(path, "plays");

    public string Policy => Path.Combine(path, "policy.yaml");

    /// <summary>Slugs of the plays.</summary>
    public IReadOnlyList<string> Slugs { get; } = [.. Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"play-{number:000}"))];

    /// <summary>Writes definitions, policy and figures.</summary>
    /// <param name="today">Figures end the day before.</param>
    public void Make(DateOnly today)
    {
        Directory.CreateDirectory(Plays);
        var kpis = Directory.CreateDirectory(Path.Combine(Data, "kpis")).FullName;
        foreach (var slug in Slugs)
        {
            File.WriteAllText(Path.Combine(Plays, $"{slug}.yaml"), MadeUpPlays.Definition(slug, "08:00"));
            File.WriteAllText(Path.Combine(kpis, $"{slug}.csv"), MadeUpPlays.Figures(today, FallenTo));
        }

        File.WriteAllText(Policy, MadeUpPlays.Rules(Slugs));
    }
}
