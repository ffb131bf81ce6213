using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Optimizer.Standalone.Engine;

namespace Optimizer.Standalone.Commands;

/// <summary><c>approvals show ID</c>: everything about one question.</summary>
internal static class ApprovalsShowCommand
{
    public static Command Build(ServerSource source)
    {
        var id = new Argument<string>("ID") { Description = "The question, such as onboarding-q3." };
        var command = new Command("show", "Shows one question: the change, why it is asked, who answered, what came of it.") { id };
        source.Ask(command, async (parsed, server, cancellationToken) =>
        {
            var answer = await server.GetAsync(ApprovalsCommand.PathOf(parsed.GetRequiredValue(id)), cancellationToken);
            if (!answer.IsOk)
            {
                return source.Refuse(answer);
            }

            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(answer.Body!);
            }
            else
            {
                Write(source.Terminal, answer.Body!);
            }

            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>The question as lines of text.</summary>
    public static void Write(Terminal terminal, JsonNode question)
    {
        Line($"{Text("id")}  {Text("state")}{(Text("cameOfIt") is { Length: > 0 } came ? $": {came}{(Text("askedAgain") is { Length: > 0 } again ? $" ({again})" : "")}" : "")}");
        Line(Text("title"));
        Line($"  now     {Text("before")}");
        Line($"  then    {Text("after")}");
        Line($"  needs   {Text("seat").Replace('_', ' ')} or higher, {(int?)question["approvals"]} of {(int?)question["quorum"]} so far; proposed by {Text("requestedBy")}");
        Line($"  until   {Moment("expiresAt")}, then {Text("onTimeout")}");
        Line($"  hash    {Text("payloadHash")}");
        Line($"  see     {Text("evidence")}");
        foreach (var reason in question["reasons"]!.AsArray())
        {
            Line($"  - {(string?)reason}");
        }

        foreach (var answer in question["answers"]!.AsArray())
        {
            var counts = (bool?)answer!["counts"] == true ? "" : $" (does not count: {(string?)answer["why"]})";
            Line($"  {(string?)answer["who"]} said {((string?)answer["decision"] == "approve" ? "yes" : "no")} by {(string?)answer["channel"]}: {(string?)answer["comment"] ?? "no comment"}{counts}");
        }

        string Text(string field) => (string?)question[field] ?? "";

        string Moment(string field) => Times.At(DateTimeOffset.Parse(Text(field), CultureInfo.InvariantCulture), terminal.Clock.GetUtcNow());

        void Line(string line) => terminal.Output.WriteLine(Plain.Text(line));
    }
}
