using Optimizer.Embedded.History;

namespace Optimizer.Embedded.Replay;

/// <summary>Brings a workflow's code to where its history says it stands.</summary>
internal static class Replayer
{
    /// <summary>Runs the code through all turns and compares what it asks for with what the history says it asked for.</summary>
    /// <returns>Null when they agree; else what the history says and what the code did, in words.</returns>
    public static string? Mismatch(Coroutine coroutine, IReadOnlyList<Turn> turns)
    {
        var events = 0;
        foreach (var (number, turn) in turns.Index())
        {
            CoroutineTurn now;
            try
            {
                now = coroutine.Run(turn.At, turn.Told);
            }
            catch (Exception fault)
            {
                return $"turn {number + 1}: {fault.Message}";
            }

            if (Difference(turn, now, events + 1 + turn.Told.Count) is { } difference)
            {
                return $"turn {number + 1}: {difference}";
            }

            events += turn.Events;
        }

        return null;
    }

    private static string? Difference(Turn then, CoroutineTurn now, int firstEvent)
    {
        for (var index = 0; index < Math.Max(then.Asked.Count, now.Asked.Count); index++)
        {
            var expected = then.Asked.ElementAtOrDefault(index);
            var actual = now.Asked.ElementAtOrDefault(index);
            if (expected is null || actual?.IsSameStep(expected) != true)
            {
                return $"at event {firstEvent + index} the history has {expected?.Describe() ?? "nothing more"}, but the code asked for {actual?.Describe() ?? Did(now)}";
            }
        }

        return (then.End is null) == (now.End is null)
            ? null
            : $"at event {firstEvent + then.Asked.Count} the history goes on, but the code {Did(now)}";
    }

    private static string Did(CoroutineTurn now) => now.End switch
    {
        null => "nothing more",
        Ending.Completed => "nothing more and returned",
        Ending.Continued => "nothing more and continued as new",
        Ending.Failed failed => $"nothing more and threw {failed.Failure.Type}: {failed.Failure.Message}",
        _ => throw new InvalidOperationException($"unknown ending {now.End.GetType().Name}"),
    };
}
