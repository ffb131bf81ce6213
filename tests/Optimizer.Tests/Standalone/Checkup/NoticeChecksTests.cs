using Optimizer.Standalone.Checkup;
using Optimizer.Tests.Connectors.Slack;
using Optimizer.Workflows.Notices;

namespace Optimizer.Tests.Standalone.Checkup;

public sealed class NoticeChecksTests : IDisposable
{
    private const string Variable = "OPTIMIZER_CHECKED_SLACK_TOKEN";

    private readonly DataFolder _data = new();

    public NoticeChecksTests()
    {
        Directory.CreateDirectory(_data.Path);
        File.WriteAllText(_data.In(NoticeFile.FileName), $$"""
            version: 1
            sinks: [{name: growth, kind: slack, channel: C024BE7LH, tokenFrom: {{Variable}}, secretFrom: {{Variable}}}]
            """);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        _data.Dispose();
    }

    [Fact]
    public async Task Of_Slack_IsAskedWhetherTheBotMaySpeak()
    {
        Assert.Equal([("notifications", FindingLevel.Warn), ("notifications", FindingLevel.Warn)], await LevelsAsync(null));
        Assert.Equal([("notifications", FindingLevel.Ok), ("slack: growth", FindingLevel.Ok), ("slack: people", FindingLevel.Warn)], await LevelsAsync(FakeSlack.Token));
        Assert.Equal([("notifications", FindingLevel.Ok), ("slack: growth", FindingLevel.Fail), ("slack: people", FindingLevel.Warn)], await LevelsAsync("xoxb-revoked"));
        Assert.Equal([("notifications", FindingLevel.Ok), ("slack: growth", FindingLevel.Warn), ("slack: people", FindingLevel.Warn)], await LevelsAsync(FakeSlack.Token, "internal_error"));
    }

    private async Task<IEnumerable<(string, FindingLevel)>> LevelsAsync(string? token, string? error = null)
    {
        Environment.SetEnvironmentVariable(Variable, token);
        using var slack = new FakeSlack { Instead = (_, _) => error is null ? null : FakeSlack.Error(error) };
        var findings = await NoticeChecks.OfAsync(new(_data.Path, TimeProvider.System, null) { Network = slack }, default);
        Assert.All(findings, finding => Assert.DoesNotContain("xoxb-0", finding.Evidence + finding.Fix, StringComparison.Ordinal));
        return findings.Select(finding => (finding.Check, finding.Level));
    }
}
