using Optimizer.Domain.Decisions;
using Optimizer.Domain.Hypotheses;

namespace Optimizer.Connectors.Rules;

/// <summary>What the play's own history says of a kind of move: a Beta prior of one success in four, moved by what was seen.</summary>
internal sealed class TrackRecord
{
    private const double PriorWins = 1;
    private const double PriorLosses = 3;

    // What a move of the same variable, but of another family, says of this one.
    private const double Neighbour = 0.5;

    // A prior counts as much as so many own readings.
    private const double PriorReadings = 2;

    private double _wins = PriorWins;
    private double _losses = PriorLosses;
    private double _gains;
    private double _readings;

    private TrackRecord()
    {
    }

    public int Wins { get; private set; }

    public int Tried { get; private set; }

    /// <summary>Mean of the posterior, in (0, 1).</summary>
    public double Chance => _wins / (_wins + _losses);

    /// <summary>Mean observed gain of the family; null when nothing was read.</summary>
    public double? MeanGain => _readings > 0 ? _gains / _readings : null;

    public static TrackRecord Of(string variable, string family, IReadOnlyList<TriedHypothesis> tried)
    {
        var known = new TrackRecord();
        foreach (var past in tried)
        {
            if (past.Hypothesis.Variable == variable && past.End is not (DecisionKind.Halt or DecisionKind.Extend))
            {
                known.Add(past, MoveText.FamilyOf(past.Hypothesis) == family);
            }
        }

        return known;
    }

    /// <summary>Expected gain of the goal where the move works: its prior, drawn towards what its family showed here.</summary>
    public double Impact(double prior) => ((prior * PriorReadings) + Math.Max(0, _gains)) / (PriorReadings + _readings);

    private void Add(TriedHypothesis past, bool sameFamily)
    {
        var weight = sameFamily ? 1 : Neighbour;
        var won = IsWin(past.End);
        Tried++;
        Wins += won ? 1 : 0;
        _wins += won ? weight : 0;

        // No winner is a weaker sign than proven harm.
        _losses += won ? 0 : weight * (past.End == DecisionKind.Revert ? 1 : 0.5);
        if (sameFamily && past.Gain is { } gain && double.IsFinite(gain))
        {
            _gains += Math.Clamp(gain, -0.5, 0.5);
            _readings++;
        }
    }

    public static bool IsWin(DecisionKind end) =>
        end is DecisionKind.AdoptProven or DecisionKind.AdoptProvisional or DecisionKind.AdoptStated;
}
