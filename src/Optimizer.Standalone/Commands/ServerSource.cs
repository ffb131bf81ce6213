using System.CommandLine;
using Optimizer.Connectors.Notices;
using Optimizer.Embedded;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Serving;

namespace Optimizer.Standalone.Commands;

/// <summary>Where commands find the running loop, and how they answer. Without a server they serve themselves for as long as they take.</summary>
/// <param name="Terminal">Where to.</param>
/// <param name="Json">Whether a document is asked for.</param>
/// <param name="Data">The data directory.</param>
internal sealed record ServerSource(Terminal Terminal, Option<bool> Json, Option<DirectoryInfo> Data)
{
    public bool WantsJson(ParseResult parsed) => parsed.GetValue(Json);

    public string FolderOf(ParseResult parsed) => parsed.GetRequiredValue(Data).FullName;

    /// <summary>Connects, asks, and turns what cannot be done into a line and an exit code.</summary>
    /// <param name="command">What asks.</param>
    /// <param name="ask">Gives the exit code.</param>
    /// <param name="name">As whom the owner of the directory acts where no server runs; null for the one this machine knows.</param>
    public void Ask(
        Command command, Func<ParseResult, ServerConnection, CancellationToken, Task<int>> ask, Func<ParseResult, string?>? name = null) =>
        command.SetAction((parsed, cancellationToken) => AskAsync(parsed, ask, name?.Invoke(parsed), cancellationToken));

    /// <summary>As <see cref="Ask"/>, for commands that do not always ask a server.</summary>
    public Task<int> AskAsync(
        ParseResult parsed, Func<ParseResult, ServerConnection, CancellationToken, Task<int>> ask, string? name, CancellationToken cancellationToken) => TryAsync(async () =>
        {
            var folder = FolderOf(parsed);
            var options = new ServeOptions { Clock = Terminal.Clock, Folder = folder, Name = name, Say = line => Terminal.Error.WriteLine(Plain.Text(line)) }.AtHome();
            if (!File.Exists(Path.Combine(folder, RecordOptions.FileName)) && options.Plays is null)
            {
                return Terminal.Refuse(Plain.Text($"{folder}: nothing runs here yet; 'optimizer init' makes a first play and 'optimizer serve' runs it, or name another directory with --data"), ExitCode.NotFound);
            }

            await using var server = await ServerConnection.OpenAsync(options, Terminal.Token, cancellationToken);
            return await ask(parsed, server, cancellationToken);
        }, cancellationToken);

    /// <summary>One clear line for an answer that says no, and its exit code.</summary>
    public int Refuse(ServerAnswer answer) => Terminal.Refuse(Plain.Text(answer.Problem), answer.ExitCode);

    /// <summary>Runs what may fail for reasons outside.</summary>
    public async Task<int> TryAsync(Func<Task<int>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (Exception fault) when (fault is ServerUnreachableException or RecordFileException or EngineFileException)
        {
            return Terminal.Refuse(Plain.Text(fault.Message), ExitCode.UpstreamFailure);
        }
        catch (NoticeSettingsException fault)
        {
            return Terminal.Refuse(Plain.Text(fault.Message));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Terminal.Refuse("stopped before the answer came", ExitCode.UpstreamFailure);
        }
    }
}
