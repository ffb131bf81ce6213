using System.Globalization;
using System.Text.Json;

namespace Optimizer.Cockpit.Pages.Shell;

/// <summary>What a chart shows: lines over days or numbers, bands of what is usual, limits, and what happened.</summary>
/// <param name="XName">Of the first column.</param>
/// <param name="X">Moments in seconds since 1970 when <see cref="IsTime"/>, else numbers; rising.</param>
/// <param name="Lines">Each as long as X.</param>
public sealed record Plot(string XName, IReadOnlyList<double> X, IReadOnlyList<PlotLine> Lines)
{
    public static JsonSerializerOptions Writing { get; } = new(JsonSerializerDefaults.Web);

    public bool IsTime { get; init; } = true;

    /// <summary>Horizontal stretches such as the band of a class: from, to, name; null for no end on that side.</summary>
    public IReadOnlyList<PlotBand> Bands { get; init; } = [];

    /// <summary>Horizontal limits.</summary>
    public IReadOnlyList<PlotMark> Limits { get; init; } = [];

    /// <summary>Vertical marks: what happened when.</summary>
    public IReadOnlyList<PlotMark> Events { get; init; } = [];

    /// <summary>percent, number: how values are written.</summary>
    public string Unit { get; init; } = "number";

    public static double Seconds(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds();

    internal string XText(int row) => IsTime
        ? DateTimeOffset.FromUnixTimeSeconds((long)X[row]).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : X[row].ToString("0.##", CultureInfo.InvariantCulture);

    // JSON has no infinity: what is none is a gap.
    internal object Drawn() => new
    {
        X,
        IsTime,
        Unit,
        Lines = Lines.Select(line => new { line.Name, line.Kind, Values = line.Values.Select(value => value is { } number && double.IsFinite(number) ? value : null) }),
        Bands,
        Limits,
        Events,
    };
}
