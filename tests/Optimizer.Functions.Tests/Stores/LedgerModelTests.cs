using Optimizer.Conformance.Tests.Stores;
using Optimizer.Domain.Attribution;
using Optimizer.Embedded.Ledger;
using Optimizer.Testing;
using Optimizer.Workflows.Ports;
using static Optimizer.Conformance.Tests.Stores.LedgerSamples;

namespace Optimizer.Functions.Tests.Stores;

/// <summary>Whatever is done to both: this ledger says what the one on SQLite says.</summary>
public sealed class LedgerModelTests
{
    private const int Events = 300;
    private const int MostTogether = 40;

    [AzuriteTheory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(26)]
    public async Task AnyCalls_OnBothLedgers_AnswerAlike(ulong seed)
    {
        await using var hosting = new LedgerOnAzurite.Hosting();
        using var model = SqliteLedger.Open(null, new());
        var (stream, chance, ledgers) = (new DrawnEvents(seed, Events).Events, new SplitMix(seed), new[] { await hosting.OpenAsync(), await hosting.OpenAsync() });

        // One experiment is known from the start, the other from the middle: its events wait until then.
        await BothAsync(model, ledgers[0], ledger => ledger.PutAsync(DrawnEvents.Experiments[0], Start, default));
        for (var from = 0; from < Events;)
        {
            var ledger = ledgers[from % 2];
            var piece = stream.Skip(from).Take(1 + (int)(chance.Uniform() * MostTogether)).ToList();
            var (isHalf, weight) = (from < Events / 2 && from + piece.Count >= Events / 2, Math.Round(chance.Uniform(), 2));
            from += piece.Count;
            var now = Now.AddSeconds(from);
            Assert.Equal(await model.AppendAsync(piece, now, default), await ledger.AppendAsync(piece, now, default));
            Assert.Equal(await AssignAsync(model, piece[0], from), await AssignAsync(ledger, piece[0], from));
            if (chance.Uniform() < 0.2)
            {
                await BothAsync(model, ledger, each => each.PutAsync(
                    DrawnEvents.Experiments[0] with { Weights = [weight, (1 - weight) / 2, (1 - weight) / 2], Until = weight > 0.9 ? Start.AddDays(15) : null }, Start.AddDays(10 * weight), default));
            }

            if (isHalf)
            {
                await BothAsync(model, ledger, each => each.PutAsync(DrawnEvents.Experiments[1], Start.AddHours(3), default));
            }
        }

        Assert.Equal((await model.QuarantineAsync(default)).OrderBy(code => code.Key), (await ledgers[0].QuarantineAsync(default)).OrderBy(code => code.Key));
        foreach (var experiment in DrawnEvents.Experiments.Select(each => each.Id))
        {
            Assert.Equal(await model.SumAsync(new(experiment), default), await ledgers[1].SumAsync(new(experiment), default));
            Assert.Equal((await model.TotalsAsync(experiment, default)).Select(Said), (await ledgers[0].TotalsAsync(experiment, default)).Select(Said));
        }

        Assert.Empty(await hosting.VerifyAsync(ledgers[0]));
    }

    private static Task<int?> AssignAsync(IAttributionLedger ledger, AttributionEvent happened, int number) =>
        ledger.AssignAsync("pricing-1", number % 2 == 0 ? happened.Unit : $"new-{number}", number % 3, Start.AddDays(number % 20), default);

    private static async Task BothAsync(IAttributionLedger one, IAttributionLedger other, Func<IAttributionLedger, Task> act)
    {
        await act(one);
        await act(other);
    }

    private static string Said(VariantTotal total) => FormattableString.Invariant(
        $"{total.Day:O} {total.Variant} [{string.Join(' ', total.Weights)}] {total.Units}: {string.Join(", ", total.Events.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key} {each.Value}"))}");
}
