using System.Globalization;
using System.Text;

namespace Optimizer.Testing;

/// <summary>Files of plays as a team's would look, for servers that are measured or killed.</summary>
public static class MadeUpPlays
{
    private const int History = 90;
    private const int Fallen = 14;

    /// <summary>A CSV of ninety days of figures that end the day before.</summary>
    /// <param name="today">The day after the last.</param>
    /// <param name="last">The rate of the last fourteen days; it was 0.2 before.</param>
    public static string Figures(DateOnly today, double last)
    {
        var text = new StringBuilder("date,goal_rate,visited,goal_done\n");
        for (var back = History; back >= 1; back--)
        {
            var rate = (back > Fallen ? 0.2 : last) + (0.004 * (back % 3));
            text.Append(CultureInfo.InvariantCulture, $"{today.AddDays(-back):yyyy-MM-dd},{rate:0.####},5000,{rate * 5000:0}\n");
        }

        return text.ToString();
    }

    /// <summary>A definition that may change three variables.</summary>
    /// <param name="slug">Its slug.</param>
    /// <param name="at">When it ticks each day, in UTC, such as 08:00.</param>
    public static string Definition(string slug, string at) => $$$"""
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
        monitor: {cadence: [daily], at: "{{{at}}}", timezone: UTC}
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

    /// <summary>A policy under which every change needs a person. Each play is a site of its own: on one site for all, three experiments would run.</summary>
    public static string Rules(IEnumerable<string> slugs)
    {
        ArgumentNullException.ThrowIfNull(slugs);
        var text = new StringBuilder("version: 1\nprofile: gtm-play\nset:\n  autonomy.skip_graduation: true\n  autonomy.start: semi\n  approval.timeout: park\nscopes:\n");
        foreach (var slug in slugs)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - site: {slug}.example\n    plays: [{slug}]\n");
        }

        return text.ToString();
    }
}
