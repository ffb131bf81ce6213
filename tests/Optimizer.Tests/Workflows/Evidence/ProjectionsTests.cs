using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Experiments;
using Optimizer.Domain.Playbook;
using Optimizer.Embedded.Records;
using Optimizer.Tests.Domain.Audit;
using Optimizer.Tests.Embedded.Records;
using Optimizer.Workflows.Evidence;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Workflows.Evidence;

public class ProjectionsTests
{
    private static readonly IReadOnlyList<AuditRecord> Trail = Story.Tell().Records();

    [Fact]
    [Trait("Req", "C26")]
    [Trait("Req", "S3-048")]
    public async Task RebuildAsync_AllPagesGone_MakesTheSameBytes()
    {
        using var store = await ToldAsync();
        Assert.Equal(4, await Projections.RebuildAsync(store.Audit, store.Artifacts));
        using var empty = RecordFolder.InMemory();

        await Projections.RebuildAsync(store.Audit, empty.Artifacts);

        var pages = await PagesAsync(store.Artifacts);
        Assert.Equal(["cards/" + Story.Winner + ".md", "cards/" + Story.Loser + ".md", "playbook.md", "plays/" + Story.Slug + ".md"], pages.Keys);
        Assert.Equal(pages, await PagesAsync(empty.Artifacts));
    }

    [Fact]
    [Trait("Req", "C26")]
    public async Task RebuildPlayAsync_PageByPage_GivesWhatAllAtOnceGives()
    {
        using var store = await ToldAsync();
        using var other = RecordFolder.InMemory();
        await Projections.RebuildAsync(store.Audit, store.Artifacts);

        await Projections.RebuildPlayAsync(store.Audit, other.Artifacts, Story.Slug);
        await Projections.RebuildCardAsync(store.Audit, other.Artifacts, Story.Winner);
        await Projections.RebuildPlaybookAsync(store.Audit, other.Artifacts);

        Assert.Equal(await PagesAsync(store.Artifacts), await PagesAsync(other.Artifacts));
    }

    [Fact]
    [Trait("Req", "S0-045")]
    public void CardPage_EndedExperiment_HoldsDecisionConfidenceReasonsPolicyAndEvidence()
    {
        var card = ExperimentCard.Of(Story.Winner, Trail);

        var page = CardPage.Write(card);

        Assert.Contains("> **Adopted, proven**: gain +30.0 %", page, StringComparison.Ordinal);
        Assert.Contains("## Hypothesis", page, StringComparison.Ordinal);
        Assert.Contains("activation\\_rate up by 10 % or more", page, StringComparison.Ordinal);
        Assert.Contains("| `ADOPT_PROVEN` |", page, StringComparison.Ordinal);
        Assert.All(card.Decision!.Decision.Reasons, reason => Assert.Contains(Optimizer.Domain.MarkdownText.Of(reason), page, StringComparison.Ordinal));
        Assert.Contains(card.Decision.Policy, page, StringComparison.Ordinal);
        Assert.Contains($"`optimizer replay {card.Decision.Id}`", page, StringComparison.Ordinal);
        Assert.Contains("| done: ok |", page, StringComparison.Ordinal);
        Assert.Contains("ana@example.com", page, StringComparison.Ordinal);
        Assert.Equal(card.Looks.Count, page.Split('\n').Count(line => line.Contains(" + ", StringComparison.Ordinal) && line.StartsWith("| ", StringComparison.Ordinal)));
    }

    [Fact]
    public void CardPage_RunningExperiment_SaysSo()
    {
        var page = CardPage.Write(ExperimentCard.Of(Story.Winner, Trail.TakeWhile(record => record.Entry.Event is not DecisionMade)));

        Assert.Contains("**Running**, not looked at yet", page, StringComparison.Ordinal);
        Assert.Contains("| Ended | not yet |", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_TextOfOthers_IsNeverMarkup()
    {
        using var store = await ToldAsync();
        await Projections.RebuildAsync(store.Audit, store.Artifacts);

        Assert.All(await PagesAsync(store.Artifacts), page =>
        {
            Assert.DoesNotContain("<script>", page.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("\n# really", page.Value, StringComparison.Ordinal);
            Assert.DoesNotContain(" it | now", page.Value, StringComparison.Ordinal);
        });
    }

    [Fact]
    [Trait("Req", "S3-069")]
    [Trait("Req", "S3-020")]
    public void PlaybookPage_ClosedExperiments_HaveOneEntryEachWithFiveFields()
    {
        var chapter = PlayChapter.Of(Story.Slug, Trail);

        var page = PlaybookPage.Write([chapter]);

        Assert.Equal(Trail.Count(record => record.Entry.Event is ExperimentEnded), chapter.Entries.Count);
        foreach (var field in new[] { "What", "Where", "Why", "Evidence", "Next" })
        {
            var lines = page.Split('\n').Where(line => line.StartsWith($"- **{field}**: ", StringComparison.Ordinal)).ToList();
            Assert.Equal(chapter.Entries.Count, lines.Count);
            Assert.All(lines, line => Assert.True(line.Length > field.Length + 12, line));
        }

        Assert.Contains("## What worked", page, StringComparison.Ordinal);
        Assert.Contains("## What did harm: blocked", page, StringComparison.Ordinal);
        Assert.Contains($"(cards/{Story.Winner}.md)", page, StringComparison.Ordinal);
        Assert.Equal(["sample_data_offer"], chapter.Queue.Select(claim => claim.Variable));
    }

    [Fact]
    public void PlaybookPage_NothingEnded_SaysSo() =>
        Assert.Contains("No experiment has ended yet", PlaybookPage.Write([PlayChapter.Of(Story.Slug, [])]), StringComparison.Ordinal);

    [Fact]
    public void PlayLogPage_Routine_IsCountedNotListed()
    {
        var page = PlayLogPage.Write(Story.Slug, Trail);

        Assert.StartsWith("# Onboarding checklist\n", page, StringComparison.Ordinal);
        Assert.Contains("looks that keep an experiment running", page, StringComparison.Ordinal);
        Assert.DoesNotContain("EXTEND", page, StringComparison.Ordinal);
    }

    private static async Task<RecordStore> ToldAsync()
    {
        var store = RecordFolder.InMemory();
        await store.Audit.AppendAsync(Story.Tell().Entries, default);
        return store;
    }

    private static async Task<SortedDictionary<string, string>> PagesAsync(IArtifactStore artifacts)
    {
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in await artifacts.ListAsync("", default))
        {
            pages.Add(path, (await artifacts.ReadAsync(path, default))!);
        }

        return pages;
    }
}
