using Optimizer.Statistics.Samples;

namespace Optimizer.Connectors.Recordings;

/// <summary>Totals of one variant on one day while a file is read.</summary>
internal sealed class TotalsCell
{
    /// <summary>Rows that went in; more than one on a dated day is a double.</summary>
    public int Rows { get; private set; }

    public Proportion Proportion { get; private set; }

    public Moments Moments { get; private set; }

    public void Add(Proportion totals)
    {
        Rows++;
        Proportion += totals;
    }

    public void Add(Moments moments)
    {
        Rows++;
        Moments += moments;
    }
}
