using Optimizer.Statistics.Designs;
using Optimizer.Statistics.Distributions;
using Optimizer.Statistics.Samples;
using Optimizer.Statistics.Sequential;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>One experiment with several variants whose weights may move every day.</summary>
/// <param name="world">Traffic and base rate.</param>
/// <param name="lifts">True lifts, control first.</param>
/// <param name="floor">Smallest weight of a bandit; null keeps the split fixed.</param>
/// <param name="adopts">True to give all traffic to a variant once it is proven better.</param>
internal sealed class BanditRun(World world, double[] lifts, double? floor, bool adopts)
{
    private static readonly EProcess Gain = new(0.2);

    private readonly Proportion[] _seen = new Proportion[lifts.Length];
    private readonly double _best = lifts.Max();
    private double[] _weights = [.. lifts.Select(_ => 1.0 / lifts.Length)];
    private bool _adopted;

    /// <summary>Conversions that the best variant alone would have brought in addition.</summary>
    public double Lost { get; private set; }

    /// <summary>True when the variant with the best rate seen is the truly best.</summary>
    public bool PicksBest => lifts[Array.IndexOf(_seen, _seen.MaxBy(sample => sample.Mean))] == _best;

    public void Play(Random chance, int days)
    {
        var start = World.Start(chance);
        for (var day = 1; day <= days; day++)
        {
            for (var variant = 0; variant < lifts.Length; variant++)
            {
                var sample = world.DrawGroup(chance, start + day - 1, _weights[variant], lifts[variant]);
                _seen[variant] += sample;
                Lost += sample.Count * world.RateOn(start + day - 1) * (_best - lifts[variant]);
            }

            if (day >= Policies.FirstWeek && !_adopted)
            {
                Allocate();
            }
        }
    }

    private void Allocate()
    {
        if (floor is { } smallest)
        {
            var posteriors = Array.ConvertAll(_seen, sample => Beta.Posterior(sample));
            _weights = ThompsonAllocation.WithFloor(ThompsonAllocation.ChanceOfBest(posteriors), smallest);
        }
        else if (adopts && Proven() is { } winner)
        {
            _adopted = true;
            _weights = [.. lifts.Select((_, variant) => variant == winner ? 1.0 : 0.0)];
        }
    }

    private int? Proven()
    {
        var needed = Policies.Odds20 + Math.Log(lifts.Length - 1);
        int? best = null;
        for (var variant = 1; variant < lifts.Length; variant++)
        {
            var evidence = Gain.LogBetter([new(0.5, _seen[0].Successes, _seen[variant].Successes)]);
            best = evidence >= needed && (best is null || _seen[variant].Mean > _seen[best.Value].Mean) ? variant : best;
        }

        return best;
    }
}
