using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Tests.Cockpit.Kit;
using Optimizer.Tests.Loops.Scenes;

namespace Optimizer.Tests.Cockpit.Pages.Playbook;

public sealed class PlaybookPageTests
{
    [Fact]
    public async Task Playbook_NothingEnded_SaysSo()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        Assert.Contains("No experiment has ended yet", (await page.GetAsync("/playbook")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Playbook_EndedExperiment_IsFoundByItsWordsAndItsEnd()
    {
        await using var kit = await ApiKit.OpenAsync(new() { Change = Fixtures.Market(Fixtures.Drop, 0) });
        await kit.Loop.RunAsync(40);
        var ended = (await kit.Loop.EventsAsync<ExperimentEnded>("onboarding"))[^1];
        var tried = (await kit.Loop.EventsAsync<ExperimentStarted>("onboarding"))[0].Event.Hypothesis;
        Assert.NotNull(ended.Event);
        using var page = await PageKit.OpenAsync(kit, Role.Viewer);
        var all = await page.GetAsync("/playbook");
        Assert.Contains("href=\"/experiments/onboarding-1\"", all.Text, StringComparison.Ordinal);
        Assert.Contains("<dt>audience</dt>", all.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/experiments/onboarding-1\"", (await page.GetAsync($"/playbook?q={Uri.EscapeDataString(tried.Variable.ToUpperInvariant())}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/experiments/", (await page.GetAsync("/playbook?q=%3Cscript%3Enothing")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>nothing", (await page.GetAsync("/playbook?q=%3Cscript%3Enothing")).Text, StringComparison.Ordinal);
    }
}
