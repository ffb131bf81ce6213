using Optimizer.Connectors.Simulated;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;

namespace Optimizer.Tests.Connectors.Simulated;

public class SimulatedPeopleTests
{
    [Fact]
    public void Answers_SameQuestion_AreTheSameAndBindTheChange()
    {
        var people = new SimulatedPeople(new() { Seed = 1, NeverShare = 0 });
        var answer = people.Answers(Ask("a"))[0];

        Assert.Equal(people.Answers(Ask("a")), new SimulatedPeople(new() { Seed = 1, NeverShare = 0 }).Answers(Ask("a")));
        Assert.Equal(("hash", true, Seat.Manager), (answer.Answer.PayloadHash, answer.Answer.IsHuman, answer.Answer.Seat));
        Assert.Equal(SamplePlay.Start + answer.After, answer.Answer.At);
    }

    [Theory]
    [InlineData(ChangeClass.Copy, 0.1)]
    [InlineData(ChangeClass.Pricing, 0.5)]
    public void Answers_ManyQuestions_KeepTheirShares(ChangeClass kind, double rejected)
    {
        var people = new SimulatedPeople(new() { Seed = 1 });
        var answers = Enumerable.Range(0, 4000).Select(i => people.Answers(Ask($"q{i}", kind))).ToList();
        var given = answers.Where(answer => answer.Count > 0).ToList();

        // Three standard errors of 4,000 draws at most 2.4 points.
        Assert.Equal(0.05, answers.Count(answer => answer.Count == 0) / 4000.0, 0.0105);
        Assert.Equal(rejected, given.Count(answer => !answer[0].Answer.Approve) / (double)given.Count, 0.025);
        Assert.Equal(4, given.Select(answer => answer[0].After.TotalHours).Order().ElementAt(given.Count / 2), 0.4);
        Assert.All(given.Where(answer => !answer[0].Answer.Approve), answer => Assert.NotEmpty(answer[0].Answer.Comment!));
    }

    [Fact]
    public void Answers_QuorumOfThree_ComeFromDifferentPeopleButNotTheProposer()
    {
        var people = new SimulatedPeople(new() { Seed = 1, NeverShare = 0, RejectShare = 0 });

        foreach (var i in Enumerable.Range(0, 50))
        {
            var answers = people.Answers(Ask($"q{i}") with { Quorum = 3 });
            Assert.Equal(3, answers.Select(answer => answer.Answer.By).Distinct().Count());
            Assert.DoesNotContain("ana@example.com", answers.Select(answer => answer.Answer.By));
            Assert.Equal(answers.OrderBy(answer => answer.After), answers);
        }
    }

    [Fact]
    public void Answers_ThatWouldComeLaterThanPeopleAreThere_DoNotCome()
    {
        var before = new SimulatedPeople(new() { Seed = 1, NeverShare = 0 }).Answers(Ask("a"))[0].Answer.At;

        Assert.Single(new SimulatedPeople(new() { Seed = 1, NeverShare = 0, Until = before.AddMinutes(1) }).Answers(Ask("a")));
        Assert.Empty(new SimulatedPeople(new() { Seed = 1, NeverShare = 0, Until = before }).Answers(Ask("a")));
    }

    private static ApprovalRequest Ask(string id, ChangeClass kind = ChangeClass.Copy) => new()
    {
        Id = id,
        Play = "onboarding",
        Title = "Start",
        Action = ActionKind.StartExperiment,
        Class = kind,
        Before = "",
        After = "",
        PayloadHash = "hash",
        Reasons = [],
        RequestedBy = "ana@example.com",
        Seat = Seat.Manager,
        AskedAt = SamplePlay.Start,
        ExpiresAt = SamplePlay.Start.AddDays(2),
        OnTimeout = TimeoutAction.Reject,
    };
}
