using System.CommandLine;
using System.Text.Json.Nodes;
using Optimizer.Embedded.Inspection;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Serving;
using Optimizer.Workflows.Answers;
using Optimizer.Workflows.Instances;

namespace Optimizer.Standalone.Commands;

/// <summary>
/// A question in words. The server answers it where one runs and the caller has a token for it; else the records do, and the engine's own
/// file says how things stand now. The text is the same (S1-157).
/// </summary>
internal sealed class WhyQuestion(RecordSource source, RecordStore store)
{
    private const string EngineFile = "engine.db";

    /// <summary>Ids have no spaces and do not ask.</summary>
    public static bool IsOne(string text) => text.Any(char.IsWhiteSpace) || text.EndsWith('?');

    public async Task<int> AnswerAsync(ParseResult parsed, string question, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(question.TrimEnd('?')) || question.Length > Question.Longest)
        {
            return source.Terminal.Refuse($"a question has 1 to {Question.Longest:#,0} characters");
        }

        var folder = Path.GetDirectoryName(source.FileOf(parsed))!;
        try
        {
            return source.Terminal.Token is not null && await ServerConnection.FindAsync(folder, cancellationToken) is not null
                ? await AskAsync(parsed, folder, question, cancellationToken)
                : Show(parsed, Json(await OwnAsync(folder, question, cancellationToken)));
        }
        catch (EngineViewException problem)
        {
            return source.Terminal.Refuse(Plain.Text(problem.Message), EngineCommand.CodeOf(problem.Problem));
        }
        catch (ServerUnreachableException problem)
        {
            return source.Terminal.Refuse(Plain.Text(problem.Message), ExitCode.UpstreamFailure);
        }
    }

    private async Task<int> AskAsync(ParseResult parsed, string folder, string question, CancellationToken cancellationToken)
    {
        await using var server = await ServerConnection.OpenAsync(new() { Clock = source.Terminal.Clock, Folder = folder }, source.Terminal.Token, cancellationToken);
        var answer = await server.PostAsync("/api/ask", new JsonObject { ["question"] = question }, cancellationToken);
        return answer is { IsOk: true, Body: JsonObject said } ? Show(parsed, said) : source.Terminal.Refuse(Plain.Text(answer.Problem), answer.ExitCode);
    }

    private async Task<Answer> OwnAsync(string folder, string question, CancellationToken cancellationToken)
    {
        var zone = await AskerZone.OfAsync(store.Plays, cancellationToken);
        return await QuestionAnswers.AnswerAsync(
            store.Audit, new(question, null, source.Terminal.Clock.GetUtcNow(), zone), (play, cancel) => LiveAsync(Path.Combine(folder, EngineFile), play, cancel), cancellationToken);
    }

    private async Task<LiveState> LiveAsync(string file, string? play, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return await RecordedState.ReadAsync(store.Audit, play, cancellationToken);
        }

        await using var view = await EngineView.OpenAsync(file, source.Terminal.Clock, cancellationToken);
        return await new LiveReading(ListAsync, view.StatusAsync).ReadAsync(play, cancellationToken);

        async Task<InstancePage> ListAsync(InstanceQuery query, CancellationToken cancel)
        {
            var page = await view.ListAsync(query, cancel);
            return new([.. page.Instances.Select(listed => listed.Status)], page.Next);
        }
    }

    private int Show(ParseResult parsed, JsonObject answer)
    {
        if (source.WantsJson(parsed))
        {
            source.Terminal.WriteJson(answer);
        }
        else
        {
            foreach (var line in ((string?)answer["text"] ?? "").Split('\n'))
            {
                source.Terminal.Output.WriteLine(Plain.Text(line));
            }

            foreach (var suggestion in (answer["suggestions"] as JsonArray ?? []).Select(each => (string?)each).OfType<string>())
            {
                source.Terminal.Error.WriteLine($"ask: {Plain.Text(suggestion)}");
            }
        }

        return (string?)answer["kind"] switch
        {
            "refused" => ExitCode.Denied,
            "not_understood" => ExitCode.BadInput,
            _ => ExitCode.Ok,
        };
    }

    // The same document as the API's, field for field.
    private static JsonObject Json(Answer answer) => new()
    {
        ["kind"] = JsonValues.Name(answer.Kind),
        ["text"] = answer.Text,
        ["citations"] = new JsonArray([.. answer.Citations.Select(cited => (JsonNode)new JsonObject { ["id"] = cited.Id, ["sequence"] = cited.Sequence, ["url"] = cited.Path })]),
        ["understood"] = answer.Understood,
        ["suggestions"] = new JsonArray([.. answer.Suggestions.Select(suggestion => (JsonNode)suggestion)]),
        ["proposal"] = answer.Proposal is not { } command ? null : new JsonObject { ["verb"] = JsonValues.Name(command.Verb), ["play"] = command.Play, ["detail"] = command.Detail, ["text"] = command.Text },
        ["model"] = answer.Model ?? "none",
    };
}
