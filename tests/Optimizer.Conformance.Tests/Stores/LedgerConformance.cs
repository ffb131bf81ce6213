using Optimizer.Domain.Attribution;
using static Optimizer.Conformance.Tests.Stores.LedgerSamples;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>What every ledger must do.</summary>
public abstract class LedgerConformance<THosting> : LedgerSuite<THosting>
    where THosting : ILedgerHosting, new()
{
    [StoreFact]
    [Trait("Req", "S3-046")]
    [Trait("Req", "S3-047")]
    public async Task SumAsync_VariantAndWindow_IsTheExactSumWithItsRows()
    {
        var ledger = await OpenWithAsync();
        var answers = await ledger.AppendAsync(
            [
                Event("1", "a", "short", "purchase", 0.1m, hours: 24),
                Event("2", "b", "short", "purchase", 0.2m, hours: 25),
                Event("3", "b", "short", "purchase", 1273.7m, hours: 190),
                Event("4", "b", "short", "purchase", 999m, hours: 192),
                Event("5", "c", "control", "purchase", 50m, hours: 30),
                Event("6", "a", "short", "view", hours: 26),
            ],
            Now, default);

        Assert.All(answers, answer => Assert.Equal(EventAnswerKind.Accepted, answer.Kind));
        var week = new LedgerQuery("pricing-1") { Variant = "short", Event = "purchase", Since = Start.AddHours(24), Until = Start.AddHours(192) };
        Assert.Equal([new LedgerSum("short", "purchase", 3, 2, 1274m)], await ledger.SumAsync(week, default));
        Assert.Equal(
            [("control", "purchase", 1L), ("short", "purchase", 4L), ("short", "view", 1L)],
            (await ledger.SumAsync(new("pricing-1"), default)).Select(sum => (sum.Variant, sum.Event, sum.Rows)));
        Assert.Empty(await ledger.SumAsync(new("pricing-1") { Event = "nothing" }, default));
        Assert.Empty(await ledger.SumAsync(new("other"), default));
    }

    [StoreFact]
    public async Task RowsAsync_PageByPage_AreTheEventsThatTheSumsAreOf()
    {
        var ledger = await OpenWithAsync();
        await ledger.AssignAsync("pricing-1", "z", 0, Start.AddHours(1), default);
        await ledger.AppendAsync([Event("1", "a", "short", "purchase", 0.1m, hours: 24), Event("2", "b", name: "view", hours: 25)], Now, default);
        await ledger.AppendAsync([Event("3", "b", name: "purchase", value: 3m, hours: 26), Event("3", "b", name: "purchase", value: 3m, hours: 26)], Now, default);

        var first = await ledger.RowsAsync(new("pricing-1"), 0, 2, default);
        var rest = await ledger.RowsAsync(new("pricing-1"), first[^1].Number, 2, default);
        Assert.Equal(["1", "2", "3"], first.Concat(rest).Select(row => row.Event.Id));
        Assert.Equal(Event("1", "a", "short", "purchase", 0.1m, hours: 24), first[0].Event);
        var bought = new LedgerQuery("pricing-1") { Event = "purchase", Since = Start.AddHours(25) };
        Assert.Equal(["3"], (await ledger.RowsAsync(bought, 0, 9, default)).Select(row => row.Event.Id));
        Assert.Equal(["1"], (await ledger.RowsAsync(new("pricing-1") { Variant = "short" }, 0, 9, default)).Select(row => row.Event.Id));
        Assert.Empty(await ledger.RowsAsync(new("pricing-1") { Event = "nothing" }, 0, 9, default));
        Assert.Empty(await ledger.RowsAsync(new("other"), 0, 9, default));
        Assert.Empty(await ledger.VerifyAsync(default));
    }

    [StoreFact]
    public async Task AppendAsync_SameIdAgain_IsOneEvent()
    {
        var ledger = await OpenWithAsync();

        var first = await ledger.AppendAsync([Event("1"), Event("1"), Event("2", "u2")], Now, default);
        var second = await ledger.AppendAsync([Event("2", "u2"), Event("3", "u3"), Event("1")], Now, default);

        Assert.Equal("Accepted Duplicate Accepted", Said(first));
        Assert.Equal("Duplicate Accepted Duplicate", Said(second));
        Assert.Equal(3, Assert.Single(await ledger.TotalsAsync("pricing-1", default)).Units);
        Assert.Empty(await VerifyAsync(ledger));
    }

    [StoreFact]
    public async Task AppendAsync_CorrectedUnderTheSameId_IsCounted()
    {
        var ledger = await OpenWithAsync();

        var answers = await ledger.AppendAsync([Event("1", name: "purchase"), Event("1", name: "purchase", value: 5), Event("1", name: "purchase", value: 6)], Now, default);

        Assert.Equal("Quarantined Accepted Duplicate", Said(answers));
        Assert.Equal(5m, Assert.Single(await ledger.SumAsync(new("pricing-1"), default)).Sum);
        Assert.Equal("Duplicate", Said(await ledger.AppendAsync([Event("1", name: "purchase")], Now, default)));
        Assert.Empty(await VerifyAsync(ledger));
    }

    [StoreFact]
    public async Task AppendAsync_UnitOfAnotherVariant_IsSetAside()
    {
        var ledger = await OpenWithAsync();

        var answers = await ledger.AppendAsync([Event("1", "a"), Event("2", "a", "short"), Event("3", "b", "short")], Now, default);

        Assert.Equal("Accepted Quarantined Accepted", Said(answers));
        Assert.Equal(EventCodes.Crossover, answers[1].Code);
        Assert.Contains("'control'", answers[1].Why, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task PutAsync_ExperimentOfEventsSetAside_CountsThem()
    {
        var ledger = await OpenAsync();
        var unknown = await ledger.AppendAsync([Event("1"), Event("2", variant: "third"), Event("1"), Event("3", experiment: "other")], Now, default);
        Assert.All(unknown, answer => Assert.Equal(EventCodes.UnknownExperiment, answer.Code));
        Assert.Equal(3, Assert.Single(await ledger.QuarantineAsync(default)).Value);

        await ledger.PutAsync(Experiment(), Start, default);

        Assert.Equal(1, Assert.Single(await ledger.SumAsync(new("pricing-1"), default)).Rows);
        Assert.Equal(
            [(EventCodes.UnknownExperiment, 1L), (EventCodes.UnknownVariant, 1L)],
            (await ledger.QuarantineAsync(default)).Select(code => (code.Key, code.Value)).Order());
        Assert.Equal("Duplicate", Said(await ledger.AppendAsync([Event("1")], Now, default)));
        Assert.Empty(await VerifyAsync(ledger));
    }

    [StoreFact]
    public async Task AssignAsync_UnitTwice_KeepsItsVariant()
    {
        var ledger = await OpenWithAsync();

        Assert.Null(await ledger.AssignedAsync("pricing-1", "a", default));
        Assert.Equal(1, await ledger.AssignAsync("pricing-1", "a", 1, Start.AddHours(30), default));
        Assert.Equal(1, await ledger.AssignAsync("pricing-1", "a", 0, Start.AddHours(90), default));
        Assert.Equal(1, await ledger.AssignedAsync("pricing-1", "a", default));
        Assert.Null(await ledger.AssignAsync("nothing", "a", 0, Start, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ledger.AssignAsync("pricing-1", "b", 2, Start, default));
        await Assert.ThrowsAsync<ArgumentException>(() => ledger.AssignAsync("pricing-1", " ", 0, Start, default));

        var total = Assert.Single(await ledger.TotalsAsync("pricing-1", default));
        Assert.Equal((new DateOnly(2026, 3, 2), 1, 1L), (total.Day, total.Variant, total.Units));
        Assert.Empty(total.Events);
        Assert.Empty(await VerifyAsync(ledger));
    }

    [StoreFact]
    public async Task PutAsync_OtherShares_BeginsAStretchAndMovesNobody()
    {
        var ledger = await OpenWithAsync();
        await ledger.AssignAsync("pricing-1", "a", 1, Start.AddHours(1), default);

        await ledger.PutAsync(Experiment() with { Weights = [0.9, 0.1], Variants = ["x", "y"], Since = Now }, Start.AddHours(10), default);
        await ledger.PutAsync(Experiment() with { Weights = [0.9, 0.1] }, Start.AddHours(11), default);
        await ledger.AppendAsync([Event("1", "a", "short", hours: 12), Event("2", "b", hours: 12), Event("3", "c", hours: 2)], Now, default);

        var totals = await ledger.TotalsAsync("pricing-1", default);
        Assert.Equal(
            [(0, 0.5, 1L), (1, 0.5, 1L), (0, 0.9, 1L)],
            totals.Select(total => (total.Variant, total.Weights[0], total.Units)));
        Assert.Equal(1, totals[1].Events["view"].Units);
        Assert.Equal(["control", "short"], (await ledger.FindAsync("pricing-1", default))!.Variants);
        Assert.Empty(await VerifyAsync(ledger));
    }

    [StoreFact]
    public async Task Experiment_Closed_TakesConversionsOfItsUnitsOnly()
    {
        var ledger = await OpenWithAsync();
        await ledger.AppendAsync([Event("1", "a")], Now, default);
        await ledger.PutAsync(Experiment() with { Until = Start.AddDays(7) }, Start.AddDays(7), default);

        var answers = await ledger.AppendAsync([Event("2", "a", name: "purchase", value: 9, hours: 200), Event("3", "b", hours: 200), Event("4", "c", hours: 100)], Now, default);

        Assert.Equal("Accepted Quarantined Accepted", Said(answers));
        Assert.Equal(EventCodes.ExperimentClosed, answers[1].Code);
        Assert.Null(await ledger.AssignAsync("pricing-1", "d", 0, Start.AddDays(8), default));
        Assert.Equal(0, await ledger.AssignAsync("pricing-1", "a", 1, Start.AddDays(8), default));
    }

    [StoreTheory]
    [InlineData("one", "two variants", "a")]
    [InlineData("twice", "one name", "a", "a")]
    [InlineData("blank", "is no name", "a", " ")]
    public async Task PutAsync_NoExperiment_IsRefusedInWords(string id, string said, params string[] variants)
    {
        var ledger = await OpenAsync();
        said = said == "two variants" ? "2 to 100" : said;

        Assert.Contains(said, (await Assert.ThrowsAsync<ArgumentException>(() => ledger.PutAsync(Experiment(id, variants), Start, default))).Message, StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Open_Again_GoesOnWhereItWas()
    {
        await (await OpenWithAsync()).AppendAsync([Event("1", "a", name: "purchase", value: 3)], Now, default);

        var again = await OpenAsync();
        Assert.Equal("Duplicate Accepted", Said(await again.AppendAsync([Event("1", "a", name: "purchase", value: 3), Event("2", "a", name: "purchase", value: 4)], Now, default)));
        var total = Assert.Single(await again.TotalsAsync("pricing-1", default));
        Assert.Equal(new EventTotal(2, 1, 7m, 49, 1, 4), total.Events["purchase"]);
        Assert.Empty(await VerifyAsync(again));
    }

    [StoreFact]
    public async Task AppendAsync_ManyAtOnce_AreAllDurable()
    {
        var ledger = await OpenWithAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => ledger.AppendAsync([Event($"{i % 150}", $"u{i % 150}")], Now, default))));

        Assert.Equal(150, answers.Count(answer => answer[0].Kind == EventAnswerKind.Accepted));
        var other = await OpenAsync();
        Assert.Equal(150, Assert.Single(await other.SumAsync(new("pricing-1"), default)).Rows);
    }

    [StoreFact]
    public async Task TwoLedgers_OfTheSameRecords_WriteInTurn()
    {
        var one = await OpenWithAsync();
        var other = await OpenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() =>
            (i % 2 == 0 ? one : other).AppendAsync([Event($"{i / 2}", $"u{i / 3}", name: i % 5 == 0 ? "click" : "view")], Now, default))));

        Assert.Equal((30, 30), (answers.Count(answer => answer[0].Kind == EventAnswerKind.Accepted), answers.Count(answer => answer[0].Kind == EventAnswerKind.Duplicate)));
        Assert.Empty(await VerifyAsync(one));
        Assert.Equal((await one.TotalsAsync("pricing-1", default)).Sum(total => total.Units), (await other.TotalsAsync("pricing-1", default)).Sum(total => total.Units));
    }

    [StoreFact]
    public async Task AppendAsync_SameIdUnderTwoExperiments_IsOneEvent()
    {
        var ledger = await OpenWithAsync(Experiment("pricing-1"), Experiment("pricing-2"));
        AttributionEvent[] both = [Event("1", experiment: "pricing-2"), Event("2"), Event("1")];

        Assert.Equal("Accepted Accepted Duplicate", Said(await ledger.AppendAsync(both, Now, default)));
        Assert.Equal("Duplicate", Said(await ledger.AppendAsync([Event("2", experiment: "pricing-2")], Now, default)));

        var (one, other) = (await OpenAsync(), await OpenAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() =>
            (i % 2 == 0 ? one : other).AppendAsync([Event($"c{i / 2}", experiment: i % 2 == 0 ? "pricing-1" : "pricing-2")], Now, default))));
        Assert.Equal((10, 10), (answers.Count(answer => answer[0].Kind == EventAnswerKind.Accepted), answers.Count(answer => answer[0].Kind == EventAnswerKind.Duplicate)));
        Assert.Empty(await VerifyAsync(ledger));
    }

    [StoreFact]
    public async Task SetAsideAsync_SameKeyTwice_IsKeptOnce()
    {
        var ledger = await OpenAsync();

        await ledger.SetAsideAsync([new("file:1", EventCodes.Unreadable, "line 1 is no JSON", "{"), new("file:2", EventCodes.BadText, "half a pair", "x")], Now, default);
        await ledger.SetAsideAsync([new("file:1", EventCodes.Unreadable, "line 1 is no JSON", "{")], Now, default);

        Assert.Equal([(EventCodes.BadText, 1L), (EventCodes.Unreadable, 1L)], (await ledger.QuarantineAsync(default)).Select(code => (code.Key, code.Value)).Order());
    }

    [StoreFact]
    public async Task ExperimentsAsync_Several_AreListedById()
    {
        var ledger = await OpenWithAsync(Experiment("b"), Experiment("a"));
        await ledger.PutAsync(Experiment("a") with { Until = Start.AddDays(3) }, Start.AddDays(1), default);

        Assert.Equal([("a", (DateTimeOffset?)Start.AddDays(3)), ("b", null)], (await ledger.ExperimentsAsync(default)).Select(each => (each.Id, each.Until)));
        Assert.Null(await ledger.FindAsync("c", default));
    }
}
