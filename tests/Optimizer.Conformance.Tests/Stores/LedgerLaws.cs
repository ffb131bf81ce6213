using Optimizer.Domain.Attribution;
using Optimizer.Testing;
using static Optimizer.Conformance.Tests.Stores.LedgerSamples;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>
/// Whatever comes in whatever pieces: the running sums are what the events come to. Of S3-024 this holds the counts of clicks and checkouts per
/// variant; time on page and bounce are not computed, so no test here stands for that row.
/// </summary>
public abstract class LedgerLaws<THosting> : LedgerSuite<THosting>
    where THosting : ILedgerHosting, new()
{
    private const int Events = 600;

    [StoreTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [Trait("Req", "S3-023")]
    public async Task Totals_OfAnyStreamInAnyPieces_EqualRecomputation(ulong seed)
    {
        var stream = new DrawnEvents(seed, Events);
        var chance = new SplitMix(seed + 100);
        var ledger = await OpenWithAsync(DrawnEvents.Experiments);
        var answers = new List<EventAnswer>();
        for (var at = 0; at < Events;)
        {
            var piece = stream.Events.Skip(at).Take(1 + (int)(chance.Uniform() * 100)).ToList();
            answers.AddRange(await ledger.AppendAsync(piece, Now, default));
            at += piece.Count;
        }

        var expected = stream.Totals();
        Assert.Equal(expected.Sum(total => total.Value.Count), answers.Count(answer => answer.Kind == EventAnswerKind.Accepted));
        Assert.Contains(answers, answer => answer.Kind == EventAnswerKind.Duplicate);
        Assert.Contains(answers, answer => answer.Code == EventCodes.Crossover);
        foreach (var experiment in DrawnEvents.Experiments)
        {
            var totals = await ledger.TotalsAsync(experiment.Id, default);
            Assert.Equal(
                expected.Where(total => total.Key.Experiment == experiment.Id)
                    .Select(total => (total.Key.Day, total.Key.Variant, total.Key.Event, Rounded(total.Value))).OrderBy(total => total.ToString()),
                totals.SelectMany(total => total.Events.Select(each => (total.Day, total.Variant, each.Key, Rounded(each.Value)))).OrderBy(total => total.ToString()));
            foreach (var sum in await ledger.SumAsync(new(experiment.Id), default))
            {
                var own = totals.Where(total => experiment.Variants[total.Variant] == sum.Variant).SelectMany(total => total.Events).Where(each => each.Key == sum.Event).ToList();
                Assert.Equal((own.Sum(each => each.Value.Count), own.Sum(each => each.Value.Units), own.Sum(each => each.Value.Sum)), (sum.Rows, sum.Units, sum.Sum));
            }
        }

        Assert.Empty(await VerifyAsync(ledger));
    }

    [StoreTheory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task AppendAsync_AllAgainInAnyOrder_ChangesNothing(ulong seed)
    {
        var stream = new DrawnEvents(seed, Events);
        var chance = new SplitMix(seed);
        var ledger = await OpenWithAsync(DrawnEvents.Experiments);
        var first = await ledger.AppendAsync(stream.Events, Now, default);
        var (sums, apart) = (await ledger.SumAsync(new("pricing-1"), default), await ledger.QuarantineAsync(default));

        // A correction that came too early the first time may be taken now: only rows that were accepted or set aside for themselves are sent again.
        var again = stream.Events.Where((_, i) => first[i].Kind == EventAnswerKind.Accepted).OrderBy(_ => chance.Next()).ToList();
        var second = await ledger.AppendAsync(again, Now, default);

        Assert.All(second, answer => Assert.Equal(EventAnswerKind.Duplicate, answer.Kind));
        Assert.Equal(sums, await ledger.SumAsync(new("pricing-1"), default));
        Assert.Equal(apart, await ledger.QuarantineAsync(default));
    }

    private static EventTotal Rounded(EventTotal total) => total with { SumOfSquares = Math.Round(total.SumOfSquares, 4) };
}
