using System.CommandLine;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Demo;
using Optimizer.Standalone.Engine;

namespace Optimizer.Standalone.Commands;

/// <summary><c>demo</c>: the whole loop with nothing to configure, on a market whose truth is known, in virtual time.</summary>
internal static class DemoCommand
{
    private const int MostWeeks = 520;

    public static Command Build(Terminal terminal, Option<bool> json, Option<DirectoryInfo> data)
    {
        var most = DemoSamples.Count;
        var weeks = Whole("--weeks", "Virtual weeks to run.", 26, 1, MostWeeks);
        var plays = Whole("--plays", $"How many of the {most} sample plays run.", most, 1, most);
        var seed = new Option<ulong>("--seed") { Description = "Which market; the same seed gives the same decisions.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var noServe = new Option<bool>("--no-serve") { Description = "End when everything is printed." };
        var command = new Command("demo", "Runs sample plays on a simulated market in virtual time and shows what was decided and why.") { weeks, seed, noServe, plays };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = parsed.GetRequiredValue(data);
            var options = new DemoOptions(folder.FullName, parsed.GetValue(weeks), parsed.GetValue(seed), parsed.GetValue(plays));
            var hint = parsed.GetResult(data) is { Implicit: false } ? $"--data {Quoted(folder.ToString())}" : "";
            try
            {
                return await RunAsync(terminal, options, parsed.GetValue(json), hint, cancellationToken);
            }
            catch (RecordFileException problem)
            {
                return terminal.Refuse(Plain.Text(problem.Message), ExitCode.UpstreamFailure);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return terminal.Refuse(Plain.Text($"{options.Folder}: cannot be written: {problem.Message}"), ExitCode.UpstreamFailure);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return terminal.Refuse("stopped before the demo was over", ExitCode.UpstreamFailure);
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, DemoOptions options, bool json, string hint, CancellationToken cancellationToken)
    {
        using var alone = DemoFolder.TryLock(options.Folder);
        if (alone is null)
        {
            return terminal.Refuse(Plain.Text($"{options.Folder}: another demo runs there; wait for it or name another directory with --data"), ExitCode.Conflict);
        }

        if (await DemoFolder.ObstacleAsync(options.Folder, cancellationToken) is { } obstacle)
        {
            return terminal.Refuse(Plain.Text(obstacle), ExitCode.Conflict);
        }

        var report = await DemoProgress.ShowAsync(terminal, options.Weeks, tell => DemoRun.RunAsync(options, tell, cancellationToken));
        if (json)
        {
            terminal.WriteJson(DemoJson.Of(report));
        }
        else
        {
            DemoPage.Write(terminal.Console(), report, hint);
        }

        return ExitCode.Ok;
    }

    private static Option<int> Whole(string name, string does, int standard, int least, int most)
    {
        var option = new Option<int>(name) { Description = does, HelpName = "N", DefaultValueFactory = _ => standard };
        option.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is var value && (value < least || value > most))
            {
                given.AddError($"{name} must be from {least} to {most}, and is {value}.");
            }
        });
        return option;
    }

    private static string Quoted(string path) => path.Any(char.IsWhiteSpace) ? $"\"{path}\"" : path;
}
