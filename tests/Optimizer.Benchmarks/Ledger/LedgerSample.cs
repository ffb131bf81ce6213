using System.Globalization;
using System.Text;
using Optimizer.Benchmarks.Decisions;
using Optimizer.Domain.Attribution;

namespace Optimizer.Benchmarks.Ledger;

/// <summary>Made-up events of four experiments, the same on every machine: five a unit, ids as the clients send them, in order of time.</summary>
internal static class LedgerSample
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private const int Experiments = 4;
    private const int EventsPerUnit = 5;
    private const int Days = 28;

    private static readonly (string Name, double Share)[] Names = [("view", 0.7), ("click", 0.9), ("checkout", 0.96), ("purchase", 1)];

    public static IEnumerable<LedgerExperiment> Known { get; } =
        [.. Enumerable.Range(0, Experiments).Select(number => new LedgerExperiment($"pricing-{number}", ["control", "short"], "Europe/Berlin", Start.AddHours(-1)))];

    public static IEnumerable<AttributionEvent> Events(int rows)
    {
        var random = SplitMix.For(20260301, "ledger", 0);
        var units = Math.Max(1, rows / EventsPerUnit);
        for (var row = 0; row < rows; row++)
        {
            var unit = (int)(random.NextDouble() * units);
            var draw = random.NextDouble();
            var name = Names.First(each => draw < each.Share).Name;
            yield return new()
            {
                Id = Id(random),
                At = Start.AddSeconds((double)row * Days * 86_400 / rows),
                Experiment = $"pricing-{unit % Experiments}",
                Variant = unit / Experiments % 2 == 0 ? "control" : "short",
                Event = name,
                Value = name == "purchase" ? Math.Round((decimal)(random.NextDouble() * 100), 2) : null,
                Unit = string.Create(CultureInfo.InvariantCulture, $"s{unit:00000000}-{unit * 7919L:x}"),
                Path = "/pricing",
            };
        }
    }

    public static long Write(string path, IEnumerable<AttributionEvent> events)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16);
        foreach (var happened in events)
        {
            file.Write(Optimizer.Workflows.Attribution.EventText.Write(happened));
            file.Write('\n');
        }

        file.Flush();
        return file.BaseStream.Length;
    }

    private static string Id(SplitMix random)
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, BitConverter.DoubleToInt64Bits(random.NextDouble()) * -7046029254386353131L);
        BitConverter.TryWriteBytes(bytes[8..], BitConverter.DoubleToInt64Bits(random.NextDouble()) * -7046029254386353131L);
        return new Guid(bytes).ToString();
    }
}
