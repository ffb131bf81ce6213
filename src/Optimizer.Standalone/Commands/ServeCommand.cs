using System.CommandLine;
using Optimizer.Connectors.Notices;
using Optimizer.Embedded;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Serving;

namespace Optimizer.Standalone.Commands;

/// <summary><c>serve</c>: runs the plays for real until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Build(Terminal terminal, Option<DirectoryInfo> data)
    {
        var plays = new Option<DirectoryInfo?>("--plays") { Description = "Folder of definitions; watched: a changed file is in force from the play's next tick. The folder plays in the data directory when left out.", HelpName = "DIR" };
        var policy = new Option<FileInfo?>("--policy") { Description = "Policy file; watched likewise. policy.yaml in the data directory when left out.", HelpName = "FILE" };
        var urls = new Option<string[]>("--urls")
        {
            Description = "Where to listen; may be given again. Beyond this machine only with https, or --allow-plain-http.",
            HelpName = "URL",
            DefaultValueFactory = _ => [ServeOptions.DefaultUrl],
        };
        var certificate = new Option<FileInfo?>("--certificate") { Description = "PEM file of the certificate for https.", HelpName = "FILE" };
        var key = new Option<FileInfo?>("--certificate-key") { Description = "PEM file of its private key.", HelpName = "FILE" };
        var plain = new Option<bool>("--allow-plain-http") { Description = "Speak plain HTTP beyond this machine, as behind a proxy that speaks TLS." };
        var command = new Command("serve", "Runs the plays for real: engine, timers, notifications and the HTTP API.") { plays, policy, urls, certificate, key, plain };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new ServeOptions
            {
                AllowsPlainHttp = parsed.GetValue(plain),
                Clock = terminal.Clock,
                Folder = parsed.GetRequiredValue(data).FullName,
                Plays = parsed.GetValue(plays)?.FullName,
                Policy = parsed.GetValue(policy)?.FullName,
                Say = line => terminal.Error.WriteLine(Plain.Text(line)),
                Terminal = terminal.Error,
                Tls = (parsed.GetValue(certificate), parsed.GetValue(key)) is ({ } first, { } second) ? (first.FullName, second.FullName) : null,
                Urls = parsed.GetRequiredValue(urls),
            }.AtHome();
            return Refusal(options) is { } refusal ? terminal.Refuse(Plain.Text(refusal)) : await RunAsync(terminal, options, cancellationToken);
        });
        return command;
    }

    private static string? Refusal(ServeOptions options) =>
        options.Urls.Select(url => ListenAddress.Problem(url, options.AllowsPlainHttp, options.Tls is not null)).FirstOrDefault(problem => problem is not null)
        ?? (options.Plays is { } plays && !Directory.Exists(plays) ? $"{plays}: there is no such folder; 'optimizer init' makes one with a first play" : null)
        ?? (options.Policy is { } policy && !File.Exists(policy) ? $"{policy}: there is no such file" : null);

    private static async Task<int> RunAsync(Terminal terminal, ServeOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await using var host = await LiveHost.StartAsync(options, cancellationToken);
            terminal.Error.WriteLine($"serving on {host.Url}; stop with Ctrl+C");
            await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
            terminal.Error.WriteLine("stopping: what is under way goes on at the next start");
            return ExitCode.Ok;
        }
        catch (ServerRunsException problem)
        {
            return terminal.Refuse(Plain.Text(problem.Message), ExitCode.Conflict);
        }
        catch (NoticeSettingsException problem)
        {
            return terminal.Refuse(Plain.Text(problem.Message));
        }
        catch (Exception problem) when (problem is RecordFileException or EngineFileException)
        {
            return terminal.Refuse(Plain.Text(problem.Message), ExitCode.UpstreamFailure);
        }
        catch (IOException problem)
        {
            return terminal.Refuse(Plain.Text($"cannot listen on {string.Join(", ", options.Urls)}: {problem.Message}"), ExitCode.UpstreamFailure);
        }
    }
}
