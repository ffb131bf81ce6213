using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;

namespace Optimizer.Connectors.Recordings;

/// <summary>An experiment as its files tell it.</summary>
/// <param name="Variants">Names, control first, the others in order of appearance.</param>
/// <param name="Shape">What a row stood for.</param>
/// <param name="Dated">True when the days are real days in order; false when all rows make one reading.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Notes">What a reader must know: assumed weights, columns found by name, rows left out.</param>
public abstract record ExperimentRecording(
    IReadOnlyList<string> Variants, RowShape Shape, bool Dated, long Rows, IReadOnlyList<string> Notes)
{
    /// <summary>A yes-or-no metric.</summary>
    public sealed record Conversions(
        IReadOnlyList<ExperimentDay<Proportion>> Days, IReadOnlyList<string> Variants, RowShape Shape, bool Dated, long Rows,
        IReadOnlyList<string> Notes) : ExperimentRecording(Variants, Shape, Dated, Rows, Notes);

    /// <summary>A number per unit.</summary>
    public sealed record Values(
        IReadOnlyList<ExperimentDay<ValueMoments>> Days, IReadOnlyList<string> Variants, RowShape Shape, bool Dated, long Rows,
        IReadOnlyList<string> Notes) : ExperimentRecording(Variants, Shape, Dated, Rows, Notes);

    /// <summary>One number over another per unit.</summary>
    public sealed record Ratios(
        IReadOnlyList<ExperimentDay<RatioMoments>> Days, IReadOnlyList<string> Variants, RowShape Shape, bool Dated, long Rows,
        IReadOnlyList<string> Notes) : ExperimentRecording(Variants, Shape, Dated, Rows, Notes);
}
