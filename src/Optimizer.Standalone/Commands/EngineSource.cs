using System.CommandLine;
using Optimizer.Embedded.Inspection;
using Optimizer.Standalone.Engine;

namespace Optimizer.Standalone.Commands;

/// <summary>Where the engine's commands look, and how they answer.</summary>
/// <param name="Terminal">Where to.</param>
/// <param name="Json">Whether a document is asked for.</param>
/// <param name="FileOf">The engine's file, in full.</param>
internal sealed record EngineSource(Terminal Terminal, Option<bool> Json, Func<ParseResult, string> FileOf)
{
    public DateTimeOffset Now => Terminal.Clock.GetUtcNow();

    public bool WantsJson(ParseResult parsed) => parsed.GetValue(Json);

    /// <summary>Opens what is looked at, asks it, and turns a question without an answer into a line and an exit code.</summary>
    public void Ask(Command command, Func<ParseResult, IEngineView, CancellationToken, Task<int>> ask) => command.SetAction(async (parsed, cancellationToken) =>
    {
        try
        {
            await using var view = await EngineView.OpenAsync(FileOf(parsed), Terminal.Clock, cancellationToken);
            return await ask(parsed, view, cancellationToken);
        }
        catch (EngineViewException problem)
        {
            return Terminal.Refuse(Plain.Text(problem.Message), EngineCommand.CodeOf(problem.Problem));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Terminal.Refuse("stopped before the answer came", ExitCode.UpstreamFailure);
        }
    });

    public int NoInstance(string id, IEngineView view) =>
        Terminal.Refuse(Plain.Text($"{view.File}: there is no instance '{id}'; 'optimizer engine list' shows those there are"), ExitCode.NotFound);
}
