using System.Diagnostics;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>Runs a cell many times on all cores. The same seed gives the same figures on any number of cores.</summary>
internal sealed class MonteCarlo(ulong seed, int runs)
{
    private const int Chunk = 200;

    public int Runs => runs;

    public TCount Run<TCount>(string cell, Func<TCount> none, Action<SplitMix, TCount> play, int? instead = null)
        where TCount : ICount<TCount>
    {
        var watch = Stopwatch.StartNew();
        var total = instead ?? runs;
        var chunks = new TCount[(total + Chunk - 1) / Chunk];
        Parallel.For(0, chunks.Length, chunk =>
        {
            var count = none();
            for (var run = chunk * Chunk; run < Math.Min(total, (chunk + 1) * Chunk); run++)
            {
                play(SplitMix.For(seed, cell, run), count);
            }

            chunks[chunk] = count;
        });

        // Added in order, so that sums of fractions do not depend on who finished first.
        var sum = none();
        foreach (var chunk in chunks)
        {
            sum.Add(chunk);
        }

        Console.Error.WriteLine($"{cell,-48} {total,7:#,0} runs {watch.Elapsed.TotalSeconds,7:0.0} s");
        return sum;
    }
}
