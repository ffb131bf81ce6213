using System.Globalization;
using System.Text;

namespace Optimizer.Crash.Worker.Serving;

/// <summary>A data directory with plays that all have something to ask: every KPI has just fallen, and every change needs a person.</summary>
/// <param name="path">Where it is made.</param>
/// <param name="count">Plays.</param>
public sealed class ServedFolder(string path, int count)
{
    private const int History = 90;
    private const int Fallen = 14;

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
            File.WriteAllText(Path.Combine(Plays, $"{slug}.yaml"), Definition(slug));
            File.WriteAllText(Path.Combine(kpis, $"{slug}.csv"), Figures(today));
        }

        File.WriteAllText(Policy, Rules());
    }

    private static string Figures(DateOnly today)
    {
        var text = new StringBuilder("date,goal_rate,visited,goal_done\n");
        for (var back = History; back >= 1; back--)
        {
            var rate = (back > Fallen ? 0.2 : 0.13) + (0.004 * (back % 3));
            text.Append(CultureInfo.InvariantCulture, $"{today.AddDays(-back):yyyy-MM-dd},{rate:0.####},5000,{rate * 5000:0}\n");
        }

        return text.ToString();
    }

    private static string Definition(string slug) => $$$"""
        apiVersion: 1
        slug: {{{slug}}}
        name: Play {{{slug}}}
        channels: [Email]
        kpis:
          - key: goal_rate
            role: primary
            kind: rate
            direction: up
            unit: fraction
            target: null
            measure:
              type: ratio
              numerator: {event: goal_done, distinct: user_id}
              denominator: {event: visited, distinct: user_id}
        monitor: {cadence: [daily], at: "08:00", timezone: UTC}
        variables:
          - {key: subject_line, actuator: product, autonomous: true, current: "as before"}
          - {key: email_copy, actuator: product, autonomous: true, current: "as before"}
          - {key: cta, actuator: product, autonomous: true, current: "as before"}
        experiment: {assignment: platform_native, unit: subscriber, minDuration: {n: 7, unit: day}, minSamplesPerVariant: 100}
        limits:
          maxActive: [{max: 1, scope: play}]
          maxPer: [{max: 4, period: month, scope: play}]
          cooldown: {n: 7, unit: day}
        convergence: {maxLiftPercent: 2, consecutive: 3, monitorEvery: {n: 1, unit: week}}
        report: {cadence: [weekly]}
        """;

    /// <summary>Each play is a site of its own: on one site for all, three experiments would run.</summary>
    private string Rules()
    {
        var text = new StringBuilder("version: 1\nprofile: gtm-play\nset:\n  autonomy.skip_graduation: true\n  autonomy.start: semi\n  approval.timeout: park\nscopes:\n");
        foreach (var slug in Slugs)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - site: {slug}.example\n    plays: [{slug}]\n");
        }

        return text.ToString();
    }
}
