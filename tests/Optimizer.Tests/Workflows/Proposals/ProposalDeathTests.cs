using System.Text.RegularExpressions;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Proposals;
using Optimizer.Tests.Loops.Deaths;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Tests.Loops.Scenes;
using Optimizer.Workflows;

namespace Optimizer.Tests.Workflows.Proposals;

/// <summary>A proposal whose process dies before or after any write to the trail comes to the same trail: one order, given once.</summary>
public partial class ProposalDeathTests
{
    [Theory]
    [InlineData(ProposalKind.PausePlay)]
    [InlineData(ProposalKind.TryHypothesis)]
    [InlineData(ProposalKind.ChangePolicy)]
    [Trait("Req", "S1-163")]
    public async Task Proposal_DroppedDeadAnywhere_GivesOneOrder(ProposalKind kind)
    {
        var never = new Deadline(int.MaxValue, false);
        var (whole, from) = await LifeAsync(kind, never);
        Assert.InRange(never.Calls - from, 6, 30);
        for (var call = from + 1; call <= never.Calls; call++)
        {
            foreach (var isAfter in new[] { false, true })
            {
                var deadline = new Deadline(call, isAfter);
                var (life, _) = await LifeAsync(kind, deadline);
                Assert.True(deadline.Died.IsCompleted, $"death at {call} never came");
                Assert.Equal(whole, life);
            }
        }
    }

    private static Proposal Proposed(ProposalKind kind, DateTimeOffset at) => new()
    {
        At = at,
        By = "helper-bot",
        Hypothesis = kind == ProposalKind.TryHypothesis
            ? new() { Change = "Say it in eight words", Class = ChangeClass.Copy, ExpectedImpact = 0.05, Risk = RiskLevel.Low, Setting = "\"eight words\"", Variable = "subject_line" }
            : null,
        Id = "p1",
        IsHuman = false,
        Kind = kind,
        Play = kind == ProposalKind.ChangePolicy ? "-" : "onboarding",
        Policy = kind == ProposalKind.ChangePolicy ? PolicyText.With("play.max_starts: 1") : null,
        Source = ProposalSource.Mcp,
        Why = "it is a holiday",
    };

    // What was under way at the death may be tried again half a minute later.
    [GeneratedRegex(@"2026-01-\d\dT[0-9:.]+\+00:00")]
    private static partial Regex IsMoment();

    private static async Task<(string Life, int From)> LifeAsync(ProposalKind kind, Deadline deadline)
    {
        var folder = Directory.CreateDirectory(Path.Combine(
            Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), "optimizer-proposal-" + Path.GetRandomFileName()));
        try
        {
            var isFirst = true;
            await using var kit = await LoopKit.OpenAsync(new()
            {
                Change = world =>
                {
                    var changed = Fixtures.Market(Fixtures.Normal)(world);
                    changed = isFirst ? changed with { Audit = new DyingTrail(changed.Audit, deadline) } : changed;
                    isFirst = false;
                    return changed;
                },
                Folder = folder.FullName,
                People = Fixtures.Yes,
            });
            await kit.RunAsync(0.4);
            var from = deadline.Calls;
            await kit.Loop.Engine.StartAsync(LoopNames.Proposal, LoopNames.ProposalId("p1"), Proposed(kind, kit.Clock.GetUtcNow()));
            var end = kit.Clock.GetUtcNow().AddHours(3);
            var run = kit.Loop.Engine.RunUntilAsync(end);
            if (await Task.WhenAny(run, deadline.Died) != run)
            {
                await kit.DieAsync();
                run = kit.Loop.Engine.RunUntilAsync(end);
            }

            await run;
            Assert.Equal(ProposalState.Executed, Assert.Single(await kit.EventsAsync<ProposalEnded>()).Event.State);
            Assert.Equal(1, kind switch
            {
                ProposalKind.PausePlay => (await kit.EventsAsync<PlayPaused>()).Count,
                ProposalKind.TryHypothesis => (await kit.EventsAsync<HypothesesProposed>()).Count,
                _ => (await kit.EventsAsync<OrderGiven>()).Count,
            });
            return (string.Join("\n", (await kit.TrailAsync()).Select(record => $"{record.Key} {IsMoment().Replace(record.Text, "a moment")}").Order(StringComparer.Ordinal)), from);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
