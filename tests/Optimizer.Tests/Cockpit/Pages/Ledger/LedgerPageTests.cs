using Optimizer.Domain.Attribution;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Tests.Cockpit.Kit;
using Optimizer.Tests.Loops.Kit;

namespace Optimizer.Tests.Cockpit.Pages.Ledger;

public sealed class LedgerPageTests
{
    private const string Unit = "session-<i>7</i>";

    [Fact]
    [Trait("Req", "S3-047")]
    public async Task Ledger_ExperimentVariantAndWindow_AreSummedExactly()
    {
        await using var kit = await OpenAsync();
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        Assert.Contains("href=\"/ledger?experiment=pricing-1\"", (await page.GetAsync("/ledger")).Text, StringComparison.Ordinal);
        var all = await page.GetAsync("/ledger?experiment=pricing-1");
        Assert.Contains("1,274", all.Text, StringComparison.Ordinal);
        var part = await page.GetAsync("/ledger?experiment=pricing-1&variant=short&event=purchase&since=2026-01-05&until=2026-01-05");
        Assert.Contains(">1,273.9<", part.Text, StringComparison.Ordinal);
        Assert.Contains("2 rows", part.Text, StringComparison.Ordinal);
        Assert.Contains("knows no experiment", (await page.GetAsync("/ledger?experiment=%3Cb%3E")).Text, StringComparison.Ordinal);
        Assert.Contains("has no variant", (await page.GetAsync("/ledger?experiment=pricing-1&variant=x")).Text, StringComparison.Ordinal);
        Assert.Contains("take a day", (await page.GetAsync("/ledger?experiment=pricing-1&since=soon")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_OfAnOperator_AreShownAndAuditedOncePerHour_OfAnybodyElseNot()
    {
        await using var kit = await OpenAsync();
        using var viewer = await PageKit.OpenAsync(kit, Role.Approver);
        Assert.DoesNotContain("session-", (await viewer.GetAsync("/ledger?experiment=pricing-1&rows=1")).Text, StringComparison.Ordinal);
        Assert.Empty(await kit.Loop.EventsAsync<PageViewed>());

        using var page = await PageKit.OpenAsync(kit, Role.Operator);
        var rows = await page.GetAsync("/ledger?experiment=pricing-1&rows=1");
        Assert.Contains("session-&lt;i&gt;7&lt;/i&gt;", rows.Text, StringComparison.Ordinal);
        await page.GetAsync("/ledger?experiment=pricing-1&rows=1&event=purchase");
        Assert.Equal("events of pricing-1, with their units", Assert.Single(await kit.Loop.EventsAsync<PageViewed>()).Event.What);
        await kit.Loop.RunAsync(0.1);
        await page.GetAsync("/ledger?experiment=pricing-1&rows=1");
        Assert.Equal(2, (await kit.Loop.EventsAsync<PageViewed>()).Count);
    }

    [Fact]
    public async Task Verify_OfAnOperator_SaysHowItStands()
    {
        await using var kit = await OpenAsync();
        using var viewer = await PageKit.OpenAsync(kit, Role.Approver);
        Assert.DoesNotContain("action=\"/ledger/verify\"", (await viewer.GetAsync("/ledger")).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await viewer.PostAsync("/ledger/verify")).Status);

        using var page = await PageKit.OpenAsync(kit, Role.Operator);
        await page.GetAsync("/ledger");
        Assert.Equal(303, (await page.PostAsync("/ledger/verify")).Status);
        Assert.Contains("every event is as it was written", (await page.GetAsync("/ledger")).Text, StringComparison.Ordinal);
    }

    private static async Task<ApiKit> OpenAsync()
    {
        var kit = await ApiKit.OpenAsync();
        var start = LoopKit.Monday;
        await kit.Served.Ledger.PutAsync(new("pricing-1", ["control", "short"], "UTC", start), start, default);
        await kit.Served.Ledger.AppendAsync(
            [Happened("1", "short", 0.2m, 1), Happened("2", "short", 1273.7m, 2), Happened("3", "short", 0.1m, 30), Happened("4", "control", 5m, 3)], start.AddDays(3), default);
        return kit;

        AttributionEvent Happened(string id, string variant, decimal value, double hours) => new()
        {
            At = start.AddHours(hours),
            Event = "purchase",
            Experiment = "pricing-1",
            Id = id,
            Unit = variant == "short" ? Unit : "session-8",
            Value = value,
            Variant = variant,
        };
    }
}
