using System.Globalization;
using System.Text;
using Optimizer.Standalone.Serving;

namespace Optimizer.Benchmarks.Api;

/// <summary>A data directory with plays, as a team's would look: the first of them have something to ask, the others wait for their next tick.</summary>
/// <param name="path">Where it is made.</param>
/// <param name="count">Plays.</param>
/// <param name="asking">Of these, such whose KPI has just fallen.</param>
internal sealed class ServedPlays(string path, int count, int asking)
{
    private const int History = 90;
    private const int Fallen = 14;

    public int Count => count;

    public int Asking => asking;

    public string Data => Path.Combine(path, "data");

    /// <summary>Definitions and policy stand in the data directory, where the server looks by itself.</summary>
    public ServeOptions Options(Action<string>? say = null) => new ServeOptions { Folder = Data, Say = say ?? (_ => { }), Urls = ["http://127.0.0.1:0"] }.AtHome();

    public static string Slug(int number) => string.Create(CultureInfo.InvariantCulture, $"play-{number:00000}");

    /// <summary>Writes definitions, policy and figures; no tick falls into the twelve hours after.</summary>
    public void Make(DateTimeOffset now)
    {
        var plays = Directory.CreateDirectory(Path.Combine(Data, ServeOptions.PlaysName)).FullName;
        var kpis = Directory.CreateDirectory(Path.Combine(Data, "kpis")).FullName;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var (fallen, usual) = (Figures(today, 0.13), Figures(today, 0.2));
        for (var number = 1; number <= count; number++)
        {
            File.WriteAllText(Path.Combine(plays, $"{Slug(number)}.yaml"), Definition(Slug(number), now.AddHours(12)));
            File.WriteAllText(Path.Combine(kpis, $"{Slug(number)}.csv"), number <= asking ? fallen : usual);
        }

        File.WriteAllText(Path.Combine(Data, ServeOptions.PolicyName), Rules());
    }

    private static string Figures(DateOnly today, double last)
    {
        var text = new StringBuilder("date,goal_rate,visited,goal_done\n");
        for (var back = History; back >= 1; back--)
        {
            var rate = (back > Fallen ? 0.2 : last) + (0.004 * (back % 3));
            text.Append(CultureInfo.InvariantCulture, $"{today.AddDays(-back):yyyy-MM-dd},{rate:0.####},5000,{rate * 5000:0}\n");
        }

        return text.ToString();
    }

    private static string Definition(string slug, DateTimeOffset at) => $$$"""
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
        monitor: {cadence: [daily], at: "{{{at:HH:mm}}}", timezone: UTC}
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

    // Each play that asks is a site of its own: on one site for all, three experiments would run.
    private string Rules()
    {
        var text = new StringBuilder("version: 1\nprofile: gtm-play\nset:\n  autonomy.skip_graduation: true\n  autonomy.start: semi\n  approval.timeout: park\nscopes:\n");
        for (var number = 1; number <= asking; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - site: s{number}.example\n    plays: [{Slug(number)}]\n");
        }

        return text.ToString();
    }
}
