using System.Text.Json.Nodes;
using Optimizer.Domain.Plays;
using Optimizer.Workflows;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Standalone.Plays;

/// <summary>Plays and problems as JSON.</summary>
internal static class PlayJson
{
    public static JsonObject Of(PlayFiles read) => new()
    {
        ["plays"] = new JsonArray([.. read.Plays.Select(Brief)]),
        ["problems"] = new JsonArray([.. read.Problems.Select(Problem)]),
    };

    /// <summary>The whole definition, defaults filled in.</summary>
    public static JsonObject Of(FoundPlay found)
    {
        var document = Brief(found);
        document["gaps"] = Texts(PlayGaps.Of(found.Document.Play));
        document["coreEvents"] = Texts(PlayGaps.CoreEvents(found.Document.Play));
        document["definition"] = JsonNode.Parse(Payload.Of(found.Document.Play).ToString());
        return document;
    }

    private static JsonObject Brief(FoundPlay found)
    {
        var play = found.Document.Play;
        return new()
        {
            ["slug"] = play.Slug,
            ["name"] = play.Name,
            ["file"] = found.File,
            ["line"] = found.Document.Line,
            ["hash"] = found.Hash,
            ["inForceSince"] = found.InForceSince,
            ["primary"] = Texts(play.Primary.Select(kpi => kpi.Key)),
            ["tracked"] = play.Primary.Any(kpi => kpi.Measure.IsTracked),
            ["canExperiment"] = PlayGaps.CanExperiment(play),
            ["variables"] = play.Variables.Count,
            ["autonomousVariables"] = play.Variables.Count(variable => variable.Autonomous),
        };
    }

    private static JsonObject Problem(DefinitionProblem problem) => new()
    {
        ["file"] = problem.File,
        ["line"] = problem.Line,
        ["field"] = problem.Field,
        ["problem"] = problem.Problem,
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
