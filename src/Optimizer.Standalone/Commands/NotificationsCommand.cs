using System.CommandLine;
using System.Globalization;
using Optimizer.Standalone.Notices;

namespace Optimizer.Standalone.Commands;

/// <summary><c>notifications</c>: what people and programs were told, where it arrived, and whether the sinks work.</summary>
internal static class NotificationsCommand
{
    private const int MostOnPage = 1000;

    public static Command Build(RecordSource source) => new("notifications", "What people and programs were told, and where it arrived.")
    {
        List(source),
        NotificationsTestCommand.Build(source),
        Replay(source),
    };

    private static Command List(RecordSource source)
    {
        var play = new Option<string?>("--play") { Description = "Only of this play.", HelpName = "SLUG" };
        var sink = new Option<string?>("--sink") { Description = "Only to this sink.", HelpName = "NAME" };
        var failed = new Option<bool>("--failed") { Description = "Only those whose last attempt failed." };
        var before = new Option<long?>("--before") { Description = "Only ids below this one: the next page.", HelpName = "ID" };
        var limit = new Option<int>("--limit")
        {
            Description = $"Most to show, 1 to {MostOnPage}.",
            HelpName = "N",
            DefaultValueFactory = _ => 50,
            CustomParser = given =>
            {
                if (int.TryParse(given.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is >= 1 and <= MostOnPage)
                {
                    return most;
                }

                given.AddError($"--limit must be 1 to {MostOnPage}.");
                return 0;
            },
        };
        var command = new Command("list", "The delivery log, newest first: attempts, answers and when the next comes.") { play, sink, failed, before, limit };
        source.Ask(command, async (parsed, store, cancellationToken) =>
        {
            var parcels = await store.Told.ListAsync(
                new()
                {
                    Play = parsed.GetValue(play),
                    Sink = parsed.GetValue(sink),
                    Failed = parsed.GetValue(failed),
                    Before = parsed.GetValue(before),
                    Most = parsed.GetValue(limit),
                },
                cancellationToken);
            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(DeliveryJson.Of(parcels));
            }
            else
            {
                DeliveryPage.Write(source.Terminal.Console(), parcels, source.Terminal.Clock.GetUtcNow());
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Replay(RecordSource source)
    {
        var id = new Argument<long>("ID") { Description = "As 'notifications list' shows it." };
        var command = new Command("replay", "Sends one notification again, under the same key; the running server delivers it.") { id };
        source.Ask(command, async (parsed, store, cancellationToken) =>
        {
            var number = parsed.GetValue(id);
            if (await store.Told.ReplayAsync(number, source.Terminal.Clock.GetUtcNow(), cancellationToken) is not { } parcel)
            {
                return source.Terminal.Refuse($"there is no notification {number} with anything left to send; 'optimizer notifications list' shows them", ExitCode.NotFound);
            }

            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(DeliveryJson.Of(parcel));
            }
            else
            {
                source.Terminal.Output.WriteLine(parcel.Due > source.Terminal.Clock.GetUtcNow()
                    ? $"Notification {parcel.Number} is held for a digest and goes out then."
                    : $"Notification {parcel.Number} goes out as soon as a server runs on this directory.");
            }

            return ExitCode.Ok;
        }, writes: true);
        return command;
    }
}
