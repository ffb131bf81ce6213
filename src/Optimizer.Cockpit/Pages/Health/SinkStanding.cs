using Optimizer.Workflows.Notices;

namespace Optimizer.Cockpit.Pages.Health;

/// <summary>How the delivery to one sink stands.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Waiting">Messages that may go out now and have not; as many as were looked at, at most.</param>
/// <param name="NextTry">When the next waiting one is tried; null when none waits.</param>
/// <param name="LastOk">When it last took one; null when none of the last ones was taken.</param>
/// <param name="Failing">Messages whose last try failed, newest first.</param>
public sealed record SinkStanding(string Name, string Kind, int Waiting, DateTimeOffset? NextTry, DateTimeOffset? LastOk, IReadOnlyList<Parcel> Failing);
