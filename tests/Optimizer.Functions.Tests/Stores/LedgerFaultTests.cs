using Azure;
using Optimizer.Domain.Attribution;
using static Optimizer.Conformance.Tests.Stores.LedgerSamples;

namespace Optimizer.Functions.Tests.Stores;

/// <summary>Whichever request is the last of a process: nothing is lost, nothing doubled, and the sums are those of the events.</summary>
public sealed class LedgerFaultTests
{
    private const int MostRequests = 400;

    // What a ledger that never fails answers.
    private static readonly string[] Expected = ["Accepted", "Accepted", "Accepted", "Duplicate", "Quarantined", "Quarantined", "Accepted"];

    [AzuriteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AppendAsync_ProcessDiesAtAnyRequest_TheNextOneGoesOn(bool after)
    {
        await using var hosting = new LedgerOnAzurite.Hosting();
        for (var number = 1; number < MostRequests; number++)
        {
            var (experiment, failing) = ($"x{number}", new FailingRequest(number, after, RequestFault.Death));
            var next = await hosting.OpenAsync(null);
            await next.PutAsync(Experiment(experiment), Start, default);
            var died = await DiesAsync(async () => await (await hosting.OpenAsync(failing)).AppendAsync(Batch(experiment), Now, default));

            var answers = await next.AppendAsync(Batch(experiment), Now, default);

            // What was counted before is a duplicate now, and so is the one that was corrected under its id.
            Assert.All(answers.Zip(Expected), (each, place) => Assert.True(
                each.First.Kind.ToString() == each.Second || (each.First.Kind == EventAnswerKind.Duplicate && (each.Second == "Accepted" || place == 5)), $"{number}: {place} is {each.First}"));
            await HoldsAsync(next, experiment);
            if (!died)
            {
                Assert.True(number > 20, "the sweep met the requests of an append");
                Assert.Equal(2 * number, (await next.QuarantineAsync(default)).Values.Sum());
                Assert.Empty(await next.VerifyAsync(default));
                return;
            }
        }

        Assert.Fail($"an append took {MostRequests} requests");
    }

    [AzuriteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AppendAsync_AnyRequestSentTwice_IsAnsweredAsOnce(bool after)
    {
        await using var hosting = new LedgerOnAzurite.Hosting();
        for (var number = 1; number < MostRequests; number++)
        {
            var (experiment, failing) = ($"x{number}", new FailingRequest(number, after, RequestFault.Cut));
            await (await hosting.OpenAsync(null)).PutAsync(Experiment(experiment), Start, default);
            var ledger = await hosting.OpenAsync(failing);

            Assert.Equal(Expected, (await ledger.AppendAsync(Batch(experiment), Now, default)).Select(answer => answer.Kind.ToString()));
            if (!failing.HasFailed)
            {
                Assert.Empty(await ledger.VerifyAsync(default));
                return;
            }

            await HoldsAsync(ledger, experiment);
        }

        Assert.Fail($"an append took {MostRequests} requests");
    }

    [AzuriteTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PutAsync_ProcessDiesWhileEventsAreTakenThatWaited_TheNextOneGoesOn(bool after)
    {
        await using var hosting = new LedgerOnAzurite.Hosting();
        for (var number = 1; number < MostRequests; number++)
        {
            var (experiment, failing) = ($"x{number}", new FailingRequest(number, after, RequestFault.Death));
            var next = await hosting.OpenAsync(null);
            _ = await next.AppendAsync(Batch(experiment), Now, default);
            var died = await DiesAsync(async () => await (await hosting.OpenAsync(failing)).PutAsync(Experiment(experiment), Start, default));

            await next.PutAsync(Experiment(experiment), Start, default);

            await HoldsAsync(next, experiment);
            if (!died)
            {
                Assert.Equal([(EventCodes.Crossover, (long)number), (EventCodes.ValueMissing, number)], (await next.QuarantineAsync(default)).Select(code => (code.Key, code.Value)).Order());
                Assert.Empty(await next.VerifyAsync(default));
                return;
            }
        }

        Assert.Fail($"a definition took {MostRequests} requests");
    }

    [AzuriteFact]
    public async Task VerifyAsync_RowsChangedBehindItsBack_TellsThem()
    {
        await using var hosting = new LedgerOnAzurite.Hosting();
        var ledger = await hosting.OpenAsync(null);
        await ledger.PutAsync(Experiment("x"), Start, default);
        await ledger.AppendAsync(Batch("x"), Now, default);
        Assert.Empty(await ledger.VerifyAsync(default));

        await hosting.ChangeAsync(text => text.Replace("\"units\":1", "\"units\":2", StringComparison.Ordinal));

        Assert.Contains(await ledger.VerifyAsync(default), fault => fault.Contains("sum", StringComparison.Ordinal));
    }

    private static AttributionEvent[] Batch(string experiment) =>
    [
        Event($"{experiment}-1", "u1", experiment: experiment),
        Event($"{experiment}-2", "u1", name: "purchase", value: 5, experiment: experiment),
        Event($"{experiment}-3", "u2", "short", experiment: experiment),
        Event($"{experiment}-1", "u1", experiment: experiment),
        Event($"{experiment}-4", "u2", experiment: experiment),
        Event($"{experiment}-5", "u3", name: "purchase", experiment: experiment),
        Event($"{experiment}-5", "u3", name: "purchase", value: 2.5m, hours: 40, experiment: experiment),
    ];

    private static async Task<bool> DiesAsync(Func<Task> act)
    {
        try
        {
            await act();
            return false;
        }
        catch (RequestFailedException died) when (died.Status == 503)
        {
            return true;
        }
    }

    private static async Task HoldsAsync(Functions.Tables.Ledger.TableLedger ledger, string experiment)
    {
        var totals = await ledger.TotalsAsync(experiment, default);
        Assert.Equal(
            [("control", 1L, 1L, 5m), ("short", 1L, 0L, 0m), ("control", 1L, 1L, 2.5m)],
            totals.Select(total => (total.Variant == 0 ? "control" : "short", total.Units, Of(total).Count, Of(total).Sum)));
        Assert.Equal(
            [new("control", "purchase", 2, 2, 7.5m), new("control", "view", 1, 1, 0), new LedgerSum("short", "view", 1, 1, 0)],
            await ledger.SumAsync(new(experiment), default));
    }

    private static EventTotal Of(VariantTotal total) => total.Events.GetValueOrDefault("purchase");
}
