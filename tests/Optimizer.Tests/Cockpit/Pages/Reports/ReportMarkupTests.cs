using Optimizer.Cockpit.Pages.Reports;

namespace Optimizer.Tests.Cockpit.Pages.Reports;

public sealed class ReportMarkupTests
{
    private const string Path = "briefs/2026-W07/onboarding.md";

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("a <img src=x onerror=alert(1)> b", "<img")]
    [InlineData("![words](https://evil.example/x.png)", "<img")]
    [InlineData("[click](javascript:alert(1))", "href")]
    [InlineData("[click](JaVaScRiPt:alert(1))", "href")]
    [InlineData("[click](data:text/html;base64,AAAA)", "href")]
    [InlineData("[click](vbscript:x)", "href")]
    [InlineData("[click](//evil.example/x)", "href")]
    [InlineData("[click](/\\evil.example)", "href")]
    [InlineData("[click](../../../../etc/passwd)", "href")]
    [InlineData("[click](%2e%2e/%2e%2e/%2e%2e/secret)", "href")]
    [InlineData("[click](javascript&colon;alert(1))", "href")]
    [InlineData("<javascript:alert(1)>", "href")]
    [InlineData("<mail@example.com>", "href")]
    [InlineData("[click][x]\n\n[x]: javascript:alert(1)", "href")]
    [InlineData("# T {onclick=alert(1)}", "onclick=\"")]
    [InlineData("| a |\n|---|\n| <b>x</b> |", "<b>")]
    [InlineData("`<i>`", "<i>")]
    [InlineData("| a\" onclick=\"b |\n|---|\n| x |", "\" onclick")]
    public void Of_WhatMightRunOrFetchOrLeadAway_IsText(string text, string never) =>
        Assert.DoesNotContain(never, ReportMarkup.Of(Path, text).Html.Value, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("../../cards/onboarding-3.md", "/reports/cards/onboarding-3.md")]
    [InlineData("other.md", "/reports/briefs/2026-W07/other.md")]
    [InlineData("./other.md#what", "/reports/briefs/2026-W07/other.md#what")]
    [InlineData("/plays/onboarding", "/plays/onboarding")]
    [InlineData("https://example.com/a", "https://example.com/a")]
    [InlineData("..\\..\\x", null)]
    [InlineData("", null)]
    public void Target_OfALink_IsOurPageOrTheWebOrNowhere(string url, string? target) => Assert.Equal(target, ReportMarkup.Target(Path, url));

    [Fact]
    public void Of_WhatOurPagesHold_IsRendered()
    {
        var page = ReportMarkup.Of(Path, "# All \\<plays\\>\n\n**Bold** and `code`.\n\n# Second\n\n- one\n- [two](other.md)\n\n| a | n |\n|---|---:|\n| x | 1 |\n\n![a *picture*](x.png)\n");
        Assert.Equal("All <plays>", page.Title);
        foreach (var part in new[] { "<strong>Bold</strong>", "<code>code</code>", "<h2>Second</h2>", "<li>one</li>", "<a href=\"/reports/briefs/2026-W07/other.md\">two</a>", "<td class=\"number\" data-name=\"n\"><span>1</span></td>", "a <em>picture</em>" })
        {
            Assert.Contains(part, page.Html.Value, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("style=", page.Html.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("<h1", page.Html.Value, StringComparison.Ordinal);
    }
}
