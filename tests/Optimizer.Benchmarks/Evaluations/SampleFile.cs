using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Optimizer.Benchmarks.Evaluations;

/// <summary>A made-up experiment of user-level rows, the same on every machine.</summary>
internal static class SampleFile
{
    private const int Days = 28;
    private const double BaseRate = 0.05;
    private const double Lift = 1.1;

    /// <summary>Writes the gzipped file; gives its size before compression.</summary>
    public static long Write(string path, int rows)
    {
        var random = Decisions.SplitMix.For(20260301, "rows", 0);
        using var file = File.Create(path);
        using var zip = new GZipStream(file, CompressionLevel.Optimal);
        using var writer = new StreamWriter(zip, new UTF8Encoding(false));
        var length = 0L;
        Line("user_id,date,variant,converted,revenue");
        for (var row = 0; row < rows; row++)
        {
            var variant = random.NextDouble() < 0.5;
            var converted = random.NextDouble() < BaseRate * (variant ? Lift : 1);
            var revenue = converted ? Math.Exp(3 + random.NextDouble()) : 0;
            Line(string.Create(CultureInfo.InvariantCulture,
                $"u{row:0000000},2026-01-{1 + (long)row * Days / rows:00},{(variant ? "treatment" : "control")},{(converted ? 1 : 0)},{revenue:0.00}"));
        }

        return length;

        void Line(string text)
        {
            writer.Write(text);
            writer.Write('\n');
            length += text.Length + 1;
        }
    }
}
