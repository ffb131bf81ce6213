using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Optimizer.Standalone.Engine;

namespace Optimizer.Standalone.Commands;

/// <summary><c>approvals delegate</c>: somebody else answers for a while.</summary>
internal static class ApprovalsDelegateCommand
{
    public static Command Build(ServerSource source)
    {
        var to = new Option<string?>("--to") { Description = "Who answers for you; lists who answers for whom when left out.", HelpName = "NAME" };
        var until = new Option<string?>("--until") { Description = "Day or time at which it ends, UTC.", HelpName = "TIME" };
        var from = new Option<string?>("--from") { Description = "Day or time from which it holds; now when left out.", HelpName = "TIME" };
        var seat = new Option<string?>("--seat") { Description = "The highest seat they answer in; yours when left out.", HelpName = "SEAT" };
        var end = new Option<string?>("--end") { Description = "Ends a delegation before its time.", HelpName = "ID" };
        var command = new Command("delegate", "Lets somebody answer for you while you are away, shown as 'B for A'.") { to, until, from, seat, end };
        source.Ask(command, async (parsed, server, cancellationToken) =>
        {
            const string Path = "/api/approvals/delegations";
            if (parsed.GetValue(to) is { } name && (Time(parsed.GetValue(until)) is null || (parsed.GetValue(from) is { } first && Time(first) is null)))
            {
                return source.Terminal.Refuse(Plain.Text($"--until and --from are days or times such as 2026-08-01 or 2026-08-01T18:00Z; say until when {name} answers"));
            }

            var answer = parsed.GetValue(end) is { } ended
                ? await server.SendAsync(HttpMethod.Delete, $"{Path}/{Uri.EscapeDataString(ended)}", null, null, cancellationToken)
                : parsed.GetValue(to) is not { } answers
                ? await server.GetAsync(Path, cancellationToken)
                : await server.PostAsync(Path, Body(("to", answers), ("until", Time(parsed.GetValue(until))), ("from", Time(parsed.GetValue(from))), ("seat", parsed.GetValue(seat))), cancellationToken);
            if (!answer.IsOk)
            {
                return source.Refuse(answer);
            }

            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(answer.Body!);
                return ExitCode.Ok;
            }

            var shown = answer.Body!["items"] is JsonArray items ? items.ToList() : [answer.Body];
            foreach (var each in shown)
            {
                source.Terminal.Output.WriteLine(Plain.Text(
                    $"{(string?)each!["id"]}  {(string?)each["to"]} for {(string?)each["by"]} as {(string?)each["seat"]}, {(string?)each["from"]} to {(string?)each["until"]}{(each["revokedAt"] is null ? "" : ", ended")}"));
            }

            if (shown.Count == 0)
            {
                source.Terminal.Output.WriteLine("nobody answers for anybody else");
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static string? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : null;

    private static JsonObject Body(params (string Name, string? Value)[] fields) =>
        new(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, (JsonNode?)field.Value)));
}
