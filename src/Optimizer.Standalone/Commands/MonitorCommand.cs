using System.CommandLine;
using Optimizer.Connectors.Recordings;
using Optimizer.Domain.Kpis;
using Optimizer.Standalone.Monitoring;

namespace Optimizer.Standalone.Commands;

/// <summary><c>monitor FILE</c>: what a KPI did, week by week and on which days.</summary>
internal static class MonitorCommand
{
    public static Command Build(Terminal terminal, Option<bool> json)
    {
        var file = new Argument<string>("FILE") { Description = "CSV or CSV.gz with a row a day." };
        var date = new Option<string>("--date") { Description = "Column of the day.", Required = true, HelpName = "COL" };
        var value = new Option<string>("--value") { Description = "Column of the KPI's figure.", Required = true, HelpName = "COL" };
        var perDay = Choice.Option<PerDay>("--per-day");
        perDay.Description = "What several rows of one day mean: one (a fault, the default), sum or mean.";
        perDay.HelpName = "HOW";
        var sort = new Option<bool>("--sort") { Description = "Accept days in any order." };
        var lower = new Option<bool>("--lower-is-better") { Description = "A rise is the bad side, as for cost per lead." };
        var command = new Command("monitor", "Names what a KPI does week by week, and marks the days that stand out.")
        {
            file, date, value, perDay, sort, lower,
        };
        command.SetAction(parsed =>
        {
            var direction = parsed.GetValue(lower) ? KpiDirection.LowerIsBetter : KpiDirection.HigherIsBetter;
            var recording = KpiFile.Read(
                parsed.GetRequiredValue(file), parsed.GetRequiredValue(date), parsed.GetRequiredValue(value), direction,
                parsed.GetValue(perDay) ?? PerDay.One, parsed.GetValue(sort));
            var report = MonitorReport.Of(parsed.GetRequiredValue(file), recording);
            if (parsed.GetValue(json))
            {
                terminal.WriteJson(MonitorJson.Of(report));
            }
            else
            {
                MonitorPage.Write(terminal.Console(), report);
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
