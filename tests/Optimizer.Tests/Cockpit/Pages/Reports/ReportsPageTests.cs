using Optimizer.Domain.Identity;
using Optimizer.Tests.Cockpit.Kit;

namespace Optimizer.Tests.Cockpit.Pages.Reports;

public sealed class ReportsPageTests
{
    [Fact]
    public async Task Reports_WeeksAndPages_LeadToEachOther()
    {
        await using var kit = await ApiKit.OpenAsync();
        foreach (var (path, text) in new[]
        {
            ("briefs/2026-W01/portfolio.md", "# All plays\n\n**Up by 3 %.** See [onboarding](onboarding.md).\n"),
            ("briefs/2026-W01/onboarding.md", "# Onboarding\n\nFirst.\n"),
            ("briefs/2026-W02/onboarding.md", "# Onboarding\n\nSecond, [card](../../cards/onboarding-1.md).\n"),
            ("cards/onboarding-1.md", "# Card <b>1</b>\n\n<script>alert(1)</script>\n"),
        })
        {
            await kit.Served.World.Artifacts.WriteAsync(path, text, default);
        }

        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        var list = await page.GetAsync("/reports?week=2026-W02");
        Assert.True(list.Text.IndexOf("2026-W02", StringComparison.Ordinal) < list.Text.IndexOf("2026-W01", StringComparison.Ordinal), list.Text);
        Assert.Contains("Up by 3 %.", list.Text, StringComparison.Ordinal);

        var brief = await page.GetAsync("/reports/briefs/2026-W02/onboarding.md");
        Assert.Contains("href=\"/reports/briefs/2026-W01/onboarding.md\"", brief.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/reports/cards/onboarding-1.md\"", brief.Text, StringComparison.Ordinal);
        var card = await page.GetAsync("/reports/cards/onboarding-1.md");
        Assert.DoesNotContain("<script>alert", card.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/experiments/onboarding-1\"", card.Text, StringComparison.Ordinal);
        Assert.Contains("onboarding", (await page.GetAsync("/reports/briefs/2026-W01")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_WhatIsNoneOrLeadsOut_Is404()
    {
        await using var kit = await ApiKit.OpenAsync();
        await kit.Served.World.Artifacts.WriteAsync("briefs/2026-W01/onboarding.json", "{}", default);
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        foreach (var path in new[]
        {
            "cards/none.md", "none", "briefs/2026-W01/onboarding.json", "../../etc/passwd", "..%2f..%2fsecret.md", "%2e%2e/%2e%2e/secret.md",
            "cards/..%5c..%5csecret.md", "C:/secret.md", "%0a.md", "cards//x.md",
        })
        {
            Assert.Equal((path, 404), (path, (await page.GetAsync($"/reports/{path}")).Status));
        }
    }

    [Fact]
    public async Task Reports_Stranger_IsSentToSignIn()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit, null);
        foreach (var path in new[] { "/reports", "/playbook", "/policy", "/backtests", "/ledger", "/health", "/settings" })
        {
            var answer = await page.GetAsync(path);
            Assert.Equal(302, answer.Status);
            Assert.StartsWith("/login", answer.Headers["Location"], StringComparison.Ordinal);
        }
    }
}
