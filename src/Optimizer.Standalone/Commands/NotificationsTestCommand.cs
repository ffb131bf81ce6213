using System.CommandLine;
using System.Text.Json.Nodes;
using Optimizer.Connectors.Notices;
using Optimizer.Embedded.Records;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Notices;
using Optimizer.Workflows.Notices;

namespace Optimizer.Standalone.Commands;

/// <summary><c>notifications test</c>: one message to every sink now, whatever the hour, and what each answered. Nothing is recorded.</summary>
internal static class NotificationsTestCommand
{
    public static Command Build(RecordSource source)
    {
        var sink = new Option<string?>("--sink") { Description = "Only this sink.", HelpName = "NAME" };
        var command = new Command("test", "Sends a message to every sink now and shows what each answered.") { sink };
        command.SetAction((parsed, cancellationToken) => source.TryAsync(
            () => RunAsync(source, parsed.GetRequiredValue(source.Data).FullName, parsed.GetValue(sink), source.WantsJson(parsed), cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(RecordSource source, string folder, string? only, bool json, CancellationToken cancellationToken)
    {
        var terminal = source.Terminal;
        try
        {
            var file = NoticeSettingsPlace.Read(folder);
            if (file.Settings is not { } settings)
            {
                return terminal.Refuse(string.Join(Environment.NewLine, file.Problems.Select(problem => Plain.Text(problem.ToString()))));
            }

            if (only is not null && settings.Sinks.All(sink => sink.Name != only))
            {
                return terminal.Refuse(
                    Plain.Text($"there is no sink '{only}'; there are {string.Join(", ", settings.Sinks.Select(sink => sink.Name))}"), ExitCode.NotFound);
            }

            Directory.CreateDirectory(folder);
            using var records = RecordStore.Open(null, new());
            using var post = new NoticePost(
                records.Told, settings, Environment.GetEnvironmentVariable, folder, line => terminal.Error.WriteLine(Plain.Text(line)), terminal.Clock, new());
            return await SendAsync(terminal, post, only, json, cancellationToken);
        }
        catch (NoticeSettingsException problem)
        {
            return terminal.Refuse(Plain.Text(problem.Message));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return terminal.Refuse(Plain.Text(problem.Message), ExitCode.UpstreamFailure);
        }
    }

    private static async Task<int> SendAsync(Terminal terminal, NoticePost post, string? only, bool json, CancellationToken cancellationToken)
    {
        var now = terminal.Clock.GetUtcNow();
        var key = $"trial/{now.UtcTicks}";
        var isWell = true;
        var answers = new JsonArray();
        foreach (var sink in post.Sinks.Where(sink => only is null || sink.Name == only))
        {
            var answer = await sink.DeliverAsync(Trial($"{sink.Name}/{key}", sink.Name, key, now), cancellationToken);
            isWell &= answer.Delivered;
            answers.Add(new JsonObject { ["sink"] = sink.Name, ["delivered"] = answer.Delivered, ["status"] = answer.Status });
            if (!json)
            {
                terminal.Output.WriteLine(Plain.Text($"{sink.Name}: {(answer.Delivered ? "delivered" : "NOT delivered")}: {answer.Status}"));
            }
        }

        if (json)
        {
            terminal.WriteJson(new JsonObject { ["sinks"] = answers });
        }

        return isWell ? ExitCode.Ok : ExitCode.UpstreamFailure;
    }

    private static Parcel Trial(string key, string sink, string notice, DateTimeOffset now) => new()
    {
        Number = 1,
        Key = key,
        Sink = sink,
        IsDigest = false,
        Notices = [new(notice, now, 1, new("-", "info", "Trial message from Optimizer", "If you read this, messages of this kind reach you.", notice))],
        Due = now,
        NextTry = now,
        State = ParcelState.Waiting,
        Why = "trial",
    };
}
