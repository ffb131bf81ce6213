using Optimizer.Domain.Reports;
using Optimizer.Embedded.Records;
using Optimizer.Tests.Domain.Reports;
using Optimizer.Workflows.Reports;

namespace Optimizer.Tests.Standalone.Commands;

public sealed class BriefCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("optimizer-brief").FullName;

    [Fact]
    [Trait("Req", "S0-066")]
    public async Task Brief_OfAPlay_ShowsTheNewestWeek()
    {
        await WriteAsync("2026-W06", "2026-W07");

        var ran = Ran.Of("brief", "onboarding", "--data", _folder);

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("Week 2026-W07, 9 to 15 Feb 2026.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Subject line asks a question (onboarding-1): adopted, +4.0 % booked", ran.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("**", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\\", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Brief_AllPlaysAsJson_HoldsThePage()
    {
        await WriteAsync("2026-W07");

        var json = Ran.Of("brief", "--week", "2026-W07", "--json", "--data", _folder).Json;

        Assert.Equal(("2026-W07", "briefs/2026-W07/portfolio.md"), (json.GetProperty("week").GetString(), json.GetProperty("path").GetString()));
        Assert.StartsWith("# All plays", json.GetProperty("markdown").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Brief_List_NamesTheWeeksNewestFirst()
    {
        await WriteAsync("2026-W06", "2026-W07");

        Assert.Equal(["2026-W07", "2026-W06"], Ran.Of("brief", "--list", "--data", _folder).Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("brief", "nobody")]
    [InlineData("brief", "onboarding", "--week", "2026-W08")]
    public async Task Brief_NotThere_IsFiveAndOneLine(params string[] args)
    {
        await WriteAsync("2026-W07");

        var ran = Ran.Of([.. args, "--data", _folder]);

        Assert.Equal((5, ""), (ran.ExitCode, ran.Output));
        Assert.Single(ran.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Brief_NoRecords_IsFiveAndWritesNothing()
    {
        Assert.Equal(5, Ran.Of("brief", "--data", Path.Combine(_folder, "none")).ExitCode);
        Assert.False(Directory.Exists(Path.Combine(_folder, "none")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task WriteAsync(params string[] weeks)
    {
        using var store = RecordStore.Open(Path.Combine(_folder, RecordOptions.FileName), new() { Durable = false });
        var week = new Trail().Reads(_ => 100).Starts(-9, 1).Adopts(1, 1, 0.04, 0.01, 0.1).Read();
        foreach (var name in weeks)
        {
            var named = week with { Week = week.Week with { Name = name } };
            await store.Artifacts.WriteAsync(BriefPaths.Play(name, "onboarding"), PlayBrief.Markdown(named), default);
            await store.Artifacts.WriteAsync(BriefPaths.Portfolio(name), PortfolioBrief.Markdown(Portfolio.Of(named.Week, [named]), BriefPaths.PageOf), default);
        }
    }
}
