using System.CommandLine;
using System.Globalization;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Demo;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Serving;

namespace Optimizer.Standalone.Commands;

/// <summary><c>demo</c>: the whole loop with nothing to configure, on a market whose truth is known, in virtual time.</summary>
internal static class DemoCommand
{
    private const int MostWeeks = 520;
    private const int MostPlays = 10_000;
    private const int UsualWeeks = 26;
    private const int LeastWeeks = 2;

    // About what two minutes of a usual machine are enough for.
    private const int PlayWeeks = 1500;

    public static Command Build(Terminal terminal, Option<bool> json, Option<DirectoryInfo> data)
    {
        var weeks = Whole<int?>("--weeks", $"Virtual weeks to run; {UsualWeeks} when left out, fewer with more than {PlayWeeks / UsualWeeks} plays.", null, 1, MostWeeks);
        var plays = Whole("--plays", $"How many plays run: the {DemoSamples.Count} samples, and beyond them the same for other markets.", DemoSamples.Count, 1, MostPlays);
        var seed = new Option<ulong>("--seed") { Description = "Which market; the same seed gives the same decisions.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var noServe = new Option<bool>("--no-serve") { Description = "End when everything is printed; so does --json." };
        var urls = new Option<string[]>("--urls") { Description = "Where the cockpit is served; may be given again. On this machine only.", HelpName = "URL", DefaultValueFactory = _ => [ServeOptions.DefaultUrl] };
        var command = new Command("demo", "Runs sample plays on a simulated market in virtual time, shows what was decided and why, and serves the cockpit over it.") { weeks, seed, noServe, plays, urls };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = parsed.GetRequiredValue(data);
            var count = parsed.GetValue(plays);
            var options = new DemoOptions(folder.FullName, parsed.GetValue(weeks) ?? Math.Clamp(PlayWeeks / count, LeastWeeks, UsualWeeks), parsed.GetValue(seed), count);
            var cockpit = parsed.GetValue(noServe) || parsed.GetValue(json)
                ? null
                : new ServeOptions { Folder = options.Folder, Say = line => terminal.Error.WriteLine(Plain.Text(line)), Urls = parsed.GetRequiredValue(urls) };
            var hint = parsed.GetResult(data) is { Implicit: false } ? $"--data {Quoted(folder.ToString())}" : "";
            if (cockpit?.Urls.Select(Problem).FirstOrDefault(problem => problem is not null) is { } refusal)
            {
                return terminal.Refuse(Plain.Text(refusal));
            }

            try
            {
                return await RunAsync(terminal, options, cockpit, parsed.GetValue(json), hint, cancellationToken);
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

    private static async Task<int> RunAsync(Terminal terminal, DemoOptions options, ServeOptions? cockpit, bool json, string hint, CancellationToken cancellationToken)
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

        await using var run = await DemoRun.OpenAsync(options, cancellationToken);
        var report = await DemoProgress.ShowAsync(terminal, options.Weeks, tell => run.RunAsync(tell, cancellationToken));
        if (json)
        {
            terminal.WriteJson(DemoJson.Of(report));
        }
        else
        {
            DemoPage.Write(terminal.Console(), report, hint);
        }

        return cockpit is null ? ExitCode.Ok : await ServeAsync(terminal, run, cockpit, cancellationToken);
    }

    private static async Task<int> ServeAsync(Terminal terminal, DemoRun run, ServeOptions cockpit, CancellationToken cancellationToken)
    {
        try
        {
            var console = terminal.Console();
            DemoPage.Heading(console, "The cockpit");
            Bullets.Write(console, await run.GoOnAsync(cancellationToken));
            await DemoCockpit.ServeAsync(run.Simulation, cockpit, url => Bullets.Write(
                console,
                $"open {url} and sign in with the admin token; commands want it as OPTIMIZER_TOKEN",
                $"the demo's clock stands at {run.Simulation.Loop.Clock.GetUtcNow():yyyy-MM-dd HH:mm} UTC and goes on as yours does; stop with Ctrl+C"), cancellationToken);
            terminal.Error.WriteLine("stopped: the records stay, and the next demo replaces them");
            return ExitCode.Ok;
        }
        catch (ServerRunsException problem)
        {
            return terminal.Refuse(Plain.Text(problem.Message), ExitCode.Conflict);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Ok;
        }
        catch (IOException problem)
        {
            return terminal.Refuse(Plain.Text($"cannot listen on {string.Join(", ", cockpit.Urls)}: {problem.Message}; name another address with --urls"), ExitCode.UpstreamFailure);
        }
    }

    // The demo speaks no TLS, and so to nobody but this machine.
    private static string? Problem(string url) => ListenAddress.Problem(url, allowsPlainHttp: false, hasCertificate: false);

    private static Option<T> Whole<T>(string name, string does, T standard, int least, int most)
    {
        var option = new Option<T>(name) { Description = does, HelpName = "N", DefaultValueFactory = _ => standard };
        option.Validators.Add(given =>
        {
            // What is no number at all is refused by the parser itself.
            if (given.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && (value < least || value > most))
            {
                given.AddError($"{name} must be from {least} to {most}, and is {value}.");
            }
        });
        return option;
    }

    private static string Quoted(string path) => path.Any(char.IsWhiteSpace) ? $"\"{path}\"" : path;
}
