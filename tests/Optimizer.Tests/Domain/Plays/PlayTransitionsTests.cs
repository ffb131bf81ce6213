using Optimizer.Domain.Plays;

namespace Optimizer.Tests.Domain.Plays;

public class PlayTransitionsTests
{
    // Written out a second time, by hand, from the drawing at PlayStatus.
    private static readonly Dictionary<PlayStatus, (PlayMove Move, PlayStatus To)[]> Drawn = new()
    {
        [PlayStatus.Enrolling] = [(PlayMove.Enrol, PlayStatus.Monitoring)],
        [PlayStatus.Monitoring] = [(PlayMove.Diagnose, PlayStatus.Diagnosing)],
        [PlayStatus.Diagnosing] = [(PlayMove.Deny, PlayStatus.Monitoring), (PlayMove.Ask, PlayStatus.Waiting), (PlayMove.Start, PlayStatus.Experimenting)],
        [PlayStatus.Waiting] = [(PlayMove.Start, PlayStatus.Experimenting), (PlayMove.Deny, PlayStatus.Monitoring), (PlayMove.Diagnose, PlayStatus.Diagnosing)],
        [PlayStatus.Experimenting] = [(PlayMove.End, PlayStatus.Evaluating)],
        [PlayStatus.Evaluating] =
        [
            (PlayMove.Iterate, PlayStatus.Diagnosing), (PlayMove.Rest, PlayStatus.Monitoring), (PlayMove.Converge, PlayStatus.Converged),
            (PlayMove.Review, PlayStatus.Review),
        ],
        [PlayStatus.Converged] = [(PlayMove.Reopen, PlayStatus.Monitoring)],
        [PlayStatus.Paused] = [(PlayMove.Resume, PlayStatus.Monitoring), (PlayMove.Start, PlayStatus.Experimenting), (PlayMove.End, PlayStatus.Evaluating)],
        [PlayStatus.Review] = [(PlayMove.Resume, PlayStatus.Monitoring)],
        [PlayStatus.Stopped] = [],
    };

    public static TheoryData<PlayStatus, PlayMove> All
    {
        get
        {
            var all = new TheoryData<PlayStatus, PlayMove>();
            foreach (var status in Enum.GetValues<PlayStatus>())
            {
                foreach (var move in Enum.GetValues<PlayMove>())
                {
                    all.Add(status, move);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Next_OfEveryStatusAndMove_IsAsDrawn(PlayStatus from, PlayMove move)
    {
        PlayStatus? expected = (from, move) switch
        {
            (PlayStatus.Stopped, _) => null,
            (_, PlayMove.Pause) => PlayStatus.Paused,
            (_, PlayMove.Stop) => PlayStatus.Stopped,
            _ => Drawn[from].Where(arrow => arrow.Move == move).Select(arrow => (PlayStatus?)arrow.To).SingleOrDefault(),
        };

        Assert.Equal(expected, PlayTransitions.Next(from, move));
    }
}
