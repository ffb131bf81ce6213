using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Plays;

namespace Optimizer.Cockpit.Api.Operations;

/// <summary>Turns the one switch that stops every change outside, tells people, and wakes what it kept from its steps.</summary>
internal sealed class FreezeDesk(ServedLoop loop)
{
    private const int LongestWhy = 2_000;

    /// <summary>What is wrong with a reason; null when nothing is.</summary>
    public static Problem? Fault(string why) => string.IsNullOrWhiteSpace(why) || why.Length > LongestWhy
        ? Problem.Invalid($"why must say in 1 to {LongestWhy:#,0} characters what for", new FieldProblem("why", $"1 to {LongestWhy:#,0} characters"))
        : null;

    /// <summary>From the answer on nothing outside is changed; an earlier freeze stays.</summary>
    /// <returns>The freeze that holds.</returns>
    public async Task<Freeze> FreezeAsync(string by, string why, CancellationToken cancellationToken)
    {
        var holds = await loop.Freeze.FreezeAsync(new(by, why, loop.Clock.GetUtcNow()), cancellationToken);
        await new FreezeNotices(loop.World.Notifier).TellAsync(holds, CancellationToken.None);
        return holds;
    }

    /// <summary>Ends the freeze.</summary>
    /// <returns>How many plays were told to try again what it kept them from.</returns>
    public async Task<int> UnfreezeAsync(string by, string why, CancellationToken cancellationToken)
    {
        var now = loop.Clock.GetUtcNow();
        if (await loop.Freeze.UnfreezeAsync(by, why, now, cancellationToken) is not { } ended)
        {
            return 0;
        }

        await new FreezeNotices(loop.World.Notifier).TellEndAsync(ended, by, why, CancellationToken.None);
        return await WakeAsync(by, why, $"unfreeze/{now.UtcTicks}", cancellationToken);
    }

    /// <summary>Plays that something kept from a step need not wait for their next try, which may be an hour away.</summary>
    private async Task<int> WakeAsync(string by, string why, string key, CancellationToken cancellationToken)
    {
        var (woken, after) = (0, (string?)null);
        do
        {
            var page = await loop.Client.ListAsync(
                new() { After = after, IdPrefix = LoopNames.PlayId(""), PageSize = 1000, States = [RunState.Running], Workflow = LoopNames.Play.Name }, cancellationToken);
            foreach (var instance in page.Instances.Where(instance => PlayViews.Of(instance).Problem is not null))
            {
                var answer = await loop.Client.SignalAsync(
                    instance.InstanceId, LoopNames.PlayNews, new PlayNews { Command = new(PlayCommandKind.Wake, by, why) }, key, cancellationToken);
                woken += answer == SignalAnswer.Accepted ? 1 : 0;
            }

            after = page.Next;
        }
        while (after is not null);
        return woken;
    }
}
