using Optimizer.Domain.Attribution;
using Optimizer.Testing;
using static Optimizer.Conformance.Tests.Stores.LedgerSamples;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>Events drawn by chance, some of them wrong, doubled or contradicting, and what the ledger must make of them, counted plainly.</summary>
public sealed class DrawnEvents
{
    private static readonly string[] Names = ["view", "click", "checkout", "purchase"];
    private static readonly string[] Variants = ["control", "short", "long", "none"];

    public DrawnEvents(ulong seed, int count)
    {
        var chance = new SplitMix(seed);
        for (var i = 0; i < count; i++)
        {
            if (i > 0 && chance.Uniform() < 0.15)
            {
                Events.Add(Events[(int)(chance.Uniform() * i)]);
                continue;
            }

            var unit = (int)(chance.Uniform() * count / 4);
            var name = Names[(int)(chance.Uniform() * Names.Length)];
            var value = chance.Uniform() < 0.6 ? Math.Round((decimal)(chance.Uniform() * 200) - 20, (int)(chance.Uniform() * 8)) : default(decimal?);
            var variant = Variants[chance.Uniform() < 0.9 ? unit % 3 : (int)(chance.Uniform() * Variants.Length)];
            Events.Add(Event(
                chance.Uniform() < 0.05 ? $"e{(int)(chance.Uniform() * i)}" : $"e{i}", $"u{unit}", variant, name, value,
                hours: (chance.Uniform() * 24 * 20) - 3, experiment: chance.Uniform() < 0.5 ? "pricing-1" : "pricing-2"));
        }
    }

    public static LedgerExperiment[] Experiments { get; } = [Experiment("pricing-1", "control", "short", "long"), Experiment("pricing-2", "control", "short", "long")];

    public List<AttributionEvent> Events { get; } = [];

    /// <summary>Per experiment, day, variant and event: events, units, sum, squares of the sums per unit, squares of the counts.</summary>
    public Dictionary<(string Experiment, DateOnly Day, int Variant, string Event), EventTotal> Totals()
    {
        var (ids, units) = (new HashSet<string>(), new Dictionary<(string, string), (int Variant, DateOnly Day)>());
        var did = new List<(string Experiment, string Unit, string Event, decimal Value)>();
        foreach (var happened in Events)
        {
            var experiment = Experiments.First(each => each.Id == happened.Experiment);
            var variant = experiment.Variants.ToList().IndexOf(happened.Variant);
            var assigned = units.TryGetValue((experiment.Id, happened.Unit), out var unit) ? unit.Variant : default(int?);
            if (ids.Contains(happened.Id) || EventCheck.Alone(happened, Now) is not null || EventCheck.Within(happened, experiment, variant, assigned) is not null)
            {
                continue;
            }

            ids.Add(happened.Id);
            units.TryAdd((experiment.Id, happened.Unit), (variant, Optimizer.Domain.Plays.TickClock.LocalDay(happened.At, experiment.TimeZone)));
            did.Add((experiment.Id, happened.Unit, happened.Event, happened.Value ?? 0));
        }

        return did.GroupBy(each => (each.Experiment, units[(each.Experiment, each.Unit)].Day, units[(each.Experiment, each.Unit)].Variant, each.Event))
            .ToDictionary(group => group.Key, group =>
            {
                var perUnit = group.GroupBy(each => each.Unit).Select(unit => (Sum: unit.Sum(each => each.Value), Count: unit.LongCount())).ToList();
                return new EventTotal(
                    group.LongCount(), perUnit.Count, perUnit.Sum(unit => unit.Sum), (double)perUnit.Sum(unit => unit.Sum * unit.Sum),
                    perUnit.LongCount(unit => unit.Sum != 0), perUnit.Sum(unit => unit.Count * unit.Count));
            });
    }
}
