using Optimizer.Domain.Audit.Events;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Ports;
using StartAnswer = Optimizer.Workflows.Instances.StartAnswer;

namespace Optimizer.Workflows.Operations;

/// <summary>
/// Puts definitions in force and starts their plays, the same way from every door. Every step may be taken again: what died half way is
/// finished by saying it once more.
/// </summary>
public sealed class Enrolment(World world)
{
    /// <summary>Puts a definition in force and starts its play; one that runs takes it from its next tick (S0-014).</summary>
    /// <param name="document">The definition.</param>
    /// <param name="file">Where it came from, for messages.</param>
    /// <param name="by">Whose order it is, for the trail; null for a simulation, which nobody ordered.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellationToken">Stops it; say it again.</param>
    public async Task<EnrolmentAnswer> EnrolAsync(
        PlayDocument document, string file, string? by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var slug = document.Play.Slug;
        var before = await world.Plays.FindAsync(slug, cancellationToken);
        var hash = StoredText.HashOf(document.Text);

        // The order first: a definition that nobody is known to have given must not be in force, whenever this dies.
        if (by is not null)
        {
            // The time at which it comes into force, so that the same definition put again after another is another order.
            var since = before?.Hash == hash ? before.At : at;
            await world.Audit.AppendAsync($"{slug}/put-{hash}-{since.UtcTicks}", new()
            {
                Actor = by,
                At = at,
                Cause = slug,
                Event = new OrderGiven(before is null ? "enrol" : "define", $"definition {hash} from {file}"),
                Play = slug,
            }, cancellationToken);
        }

        var stored = await world.Plays.PutAsync(slug, document.Text, file, at, cancellationToken);

        var started = await StartAsync(slug, at, cancellationToken);
        return started switch
        {
            StartAnswer.Started => new(stored, IsStarted: true, IsChanged: true, IsOver: false),
            StartAnswer.AlreadyRunning => new(stored, IsStarted: false, before?.Hash != stored.Hash, IsOver: false),
            StartAnswer.AlreadyFinished => new(stored, IsStarted: false, before?.Hash != stored.Hash, IsOver: true),
            _ => throw new InvalidOperationException($"the play '{slug}' could not be started: {started}"),
        };
    }

    /// <summary>Starts the play of a definition that is in force, unless there is one: as it was on its first day.</summary>
    public Task<StartAnswer> StartAsync(string slug, DateTimeOffset at, CancellationToken cancellationToken) => world.Client().StartAsync(
        LoopNames.Play, LoopNames.PlayId(slug), new PlayState { Play = slug, NextTick = at },
        new() { Tags = new Dictionary<string, string> { ["play"] = slug } }, cancellationToken);
}
