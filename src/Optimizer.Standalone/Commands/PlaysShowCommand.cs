using System.CommandLine;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Plays;

namespace Optimizer.Standalone.Commands;

/// <summary><c>plays show ID</c>: one play as a page.</summary>
internal static class PlaysShowCommand
{
    public static Command Build(PlaySource source)
    {
        var id = new Argument<string>("ID") { Description = "The play's slug." };
        var command = new Command("show", "Shows a play: KPIs, variables, limits, guardrails, and what is missing before it can be optimised.") { id };
        source.Ask(command, (parsed, read) =>
        {
            var slug = parsed.GetRequiredValue(id);
            if (read.Plays.FirstOrDefault(play => play.Document.Play.Slug == slug) is not { } found)
            {
                return source.Terminal.Refuse(Plain.Text($"there is no play '{slug}'; 'optimizer plays list' shows those there are"), ExitCode.NotFound);
            }

            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(PlayJson.Of(found));
            }
            else
            {
                PlayPage.Write(source.Terminal.Console(), found);
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
