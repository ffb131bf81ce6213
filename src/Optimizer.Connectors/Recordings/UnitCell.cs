using Optimizer.Statistics.Samples;

namespace Optimizer.Connectors.Recordings;

/// <summary>
/// Units of one variant on one day while a file is read. Zeros and ones are counted apart, so that most rows of any
/// metric cost an addition, and whether it was a yes-or-no metric is known at the end.
/// </summary>
internal sealed class UnitCell
{
    private Moments _others;

    public long Zeros { get; private set; }

    public long Ones { get; private set; }

    public PairedMoments Pair { get; private set; }

    public bool YesOrNo => _others.Count == 0;

    public void Add(bool success)
    {
        if (success)
        {
            Ones++;
        }
        else
        {
            Zeros++;
        }
    }

    public void Add(double value)
    {
        if (value is 0 or 1)
        {
            Add(value == 1);
        }
        else
        {
            _others = _others.With(value);
        }
    }

    public void Add(double numerator, double denominator) => Pair = Pair.With(numerator, denominator);

    public Proportion Proportion => new(Zeros + Ones, Ones);

    public ValueMoments Values => new(Moments.FromSums(Zeros + Ones, Ones, Ones) + _others, Ones + _others.Count);
}
