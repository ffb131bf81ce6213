using System.CommandLine;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Plays;

namespace Optimizer.Standalone.Commands;

/// <summary>Where <c>plays list</c> and <c>plays show</c> look: the data directory, or files that --plays names.</summary>
/// <param name="Terminal">Where to.</param>
/// <param name="Json">Whether a document is asked for.</param>
/// <param name="Data">The data directory.</param>
internal sealed record PlaySource(Terminal Terminal, Option<bool> Json, Option<DirectoryInfo> Data)
{
    private readonly Option<string[]?> _files = new("--plays")
    {
        Description = "Look at files or folders instead of the data directory; may be given again.",
        HelpName = "PATH",
    };

    public bool WantsJson(ParseResult parsed) => parsed.GetValue(Json);

    /// <summary>Reads the plays, says on standard error what is wrong with some, and answers.</summary>
    /// <param name="command">The command.</param>
    /// <param name="answer">Its answer; the exit code.</param>
    public void Ask(Command command, Func<ParseResult, PlayFiles, int> answer)
    {
        command.Add(_files);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                var read = parsed.GetValue(_files) is { Length: > 0 } paths
                    ? PlayFiles.Read(paths)
                    : await PlayShelf.ReadAsync(parsed.GetRequiredValue(Data).FullName, cancellationToken);
                foreach (var problem in WantsJson(parsed) ? [] : read.Problems)
                {
                    Terminal.Refuse(Plain.Text(problem.ToString()));
                }

                return answer(parsed, read);
            }
            catch (RecordFileException fault)
            {
                return Terminal.Refuse(Plain.Text(fault.Message), ExitCode.UpstreamFailure);
            }
        });
    }
}
