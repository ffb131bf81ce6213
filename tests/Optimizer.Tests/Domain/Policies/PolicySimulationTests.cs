using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Policies.Checks;
using Optimizer.Domain.Policies.Scopes;
using Optimizer.Tests.Domain.Guardrails;
using static Optimizer.Tests.Domain.Policies.Books;

namespace Optimizer.Tests.Domain.Policies;

public class PolicySimulationTests
{
    [Fact]
    public void Of_UnchangedPolicy_AnswersAsRecorded() => Assert.All(
        PolicySimulation.Of(Recorded(), PolicyBook.Defaults, [Plain]), each =>
        {
            Assert.False(each.IsChanged);
            Assert.Equal(each.Was.Reasons, each.Now.Reasons);
        });

    [Fact]
    public void Of_ChangedPolicy_SaysWhatWouldHaveBeenAllowedAskedAndDenied()
    {
        var book = Of(Scope(ScopeKind.Org, "", ("play.max_starts", "0")), Scope(ScopeKind.Action, "adopt_variant", ("approval.class.copy", "ceo")));
        var all = PolicySimulation.Of(Recorded(), book, [Plain]).ToList();

        Assert.Equal(["r1", "r2", "r3"], all.Select(each => each.Id));
        Assert.Equal([(RulingKind.Deny, "monthly_cap"), (RulingKind.Ask, "change_class"), (RulingKind.Allow, "allowed")], all.Select(each => (each.Now.Kind, each.Now.Code)));
        Assert.Equal([true, true, false], all.Select(each => each.IsChanged));
    }

    [Fact]
    public void Of_DefinitionAtHand_CountsAsAScope()
    {
        var tight = Plain with { Approvals = [new("content_or_copy_approval", null, [])] };

        Assert.Equal(RulingKind.Ask, PolicySimulation.Of(Recorded(), PolicyBook.Defaults, [tight]).First().Now.Kind);
    }

    private static RulingGiven[] Recorded()
    {
        var policy = PolicyBook.Defaults.For(Plain);
        ProposedAction[] actions = [Case.Start, Case.Adopt, Case.Of(ActionKind.RestoreControl)];
        return [.. actions.Select((action, i) => new RulingGiven(
            $"r{i + 1}", action, ActionHistory.Empty, Autonomy.Full, policy.Version, PolicyRule.Rule(action, ActionHistory.Empty, Autonomy.Full, policy)))];
    }
}
