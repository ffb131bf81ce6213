using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Slack;

/// <summary>How answers come in from Slack: who signs them, who sends them, and where they are shown. A host opens it from the settings of notices.</summary>
public sealed class SlackDoor
{
    private SlackDoor(IReadOnlyList<string> secrets, IReadOnlyDictionary<string, string> people, IReadOnlyList<IChatRoom> rooms) =>
        (Secrets, People, Rooms) = (secrets, people, rooms);

    /// <summary>Signing secrets of the apps.</summary>
    internal IReadOnlyList<string> Secrets { get; }

    /// <summary>Names of principals by the id that they have in Slack.</summary>
    internal IReadOnlyDictionary<string, string> People { get; }

    private IReadOnlyList<IChatRoom> Rooms { get; }

    /// <summary>Opens it; null when no sink takes answers from Slack.</summary>
    /// <param name="settings">Who is told, and who they are.</param>
    /// <param name="environment">The environment variables, by name.</param>
    /// <param name="rooms">Channels in which questions are asked.</param>
    /// <exception cref="InvalidOperationException">A signing secret is not set; whoever opened the sinks has said so before.</exception>
    public static SlackDoor? Open(NoticeSettings settings, Func<string, string?> environment, IReadOnlyList<IChatRoom> rooms)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(environment);
        var secrets = settings.Sinks.Where(sink => sink.Kind == SinkKind.Slack).Select(sink => sink.SecretVariable).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(name => environment(name) is { Length: > 0 } secret ? secret : throw new InvalidOperationException($"{name} is not set")).ToList();
        return secrets.Count == 0 ? null : new(secrets, settings.People, rooms);
    }

    /// <summary>The room of a channel; null when nobody asks there any more.</summary>
    internal IChatRoom? Room(string channel) => Rooms.FirstOrDefault(room => room.Channel == channel);
}
