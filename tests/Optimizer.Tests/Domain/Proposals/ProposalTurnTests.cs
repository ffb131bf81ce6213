using Optimizer.Domain.Plays;
using Optimizer.Domain.Proposals;

namespace Optimizer.Tests.Domain.Proposals;

public class ProposalTurnTests
{
    [Theory]
    [InlineData(ProposalKind.PausePlay, PlayStatus.Experimenting, "running", "paused")]
    [InlineData(ProposalKind.PausePlay, PlayStatus.Review, "in review", "paused")]
    [InlineData(ProposalKind.ResumePlay, PlayStatus.Paused, "paused", "running")]
    [InlineData(ProposalKind.StopPlay, PlayStatus.Paused, "paused, onboarding-3 live", "stopped for good, onboarding-3 taken back")]
    public void Of_SomethingToDo_SaysFromWhatToWhat(ProposalKind kind, PlayStatus status, string before, string after) =>
        Assert.Equal(new ProposalTurn(before, after), ProposalTurn.Of(kind, status, "onboarding-3"));

    [Theory]
    [InlineData(ProposalKind.PausePlay, PlayStatus.Paused, "the play is paused already")]
    [InlineData(ProposalKind.ResumePlay, PlayStatus.Waiting, "the play goes on already")]
    [InlineData(ProposalKind.StopPlay, PlayStatus.Stopped, "the play was stopped for good")]
    [InlineData(ProposalKind.TryHypothesis, PlayStatus.Converged, "the play is converged and tries nothing")]
    public void Of_NothingToDo_SaysWhy(ProposalKind kind, PlayStatus status, string fault) => Assert.Equal(fault, ProposalTurn.Of(kind, status, null).Fault);

    [Fact]
    public void Of_EveryKindAndStatus_HasAnAnswer()
    {
        foreach (var kind in Enum.GetValues<ProposalKind>().Except([ProposalKind.ChangePolicy]))
        {
            Assert.All(Enum.GetValues<PlayStatus>(), status => Assert.True(ProposalTurn.Of(kind, status, null) is { Fault: not null } or { After.Length: > 0 }));
        }
    }
}
